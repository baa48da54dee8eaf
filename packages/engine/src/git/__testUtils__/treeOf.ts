import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  FileMode,
  pathsBelow,
  RepositoryTree,
  TreeEntry,
} from '../trees/RepositoryTree';

/** What stands at a path: the text of a file, or one of these. */
export type Entry =
  | string
  | Buffer
  | { executable: string }
  | { link: string }
  | { submodule: true };

/** A tree in memory, of what git would give; also of what only a hostile repository holds. */
export function treeOf(files: Record<string, Entry>): RepositoryTree {
  const contents = new Map<string, Buffer>();
  const entries = new Map<string, TreeEntry>();
  const sorted = Object.keys(files).sort((a, b) => (a < b ? -1 : 1));
  for (const path of sorted) {
    const { mode, content } = read(files[path]);
    const id = createHash('sha1').update(content).digest('hex');
    contents.set(path, content);
    entries.set(path, { mode, id });
  }
  return {
    commit: '1'.repeat(40),
    entries,
    below: directory => pathsBelow(sorted, directory),
    read: async paths =>
      new Map(Array.from(paths, path => [path, contents.get(path)!])),
  };
}

/** The files of a folder on disk, by path from it. */
export function filesBelow(folder: string): Record<string, Buffer> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ name, parentPath }) => join(parentPath, name))
      .map(file => [relative(folder, file), readFileSync(file)]),
  );
}

function read(entry: Entry): { mode: FileMode; content: Buffer } {
  if (typeof entry === 'string' || Buffer.isBuffer(entry)) {
    return { mode: '100644', content: Buffer.from(entry) };
  }
  if ('submodule' in entry) {
    return { mode: '160000', content: Buffer.alloc(0) };
  }
  return 'link' in entry
    ? { mode: '120000', content: Buffer.from(entry.link) }
    : { mode: '100755', content: Buffer.from(entry.executable) };
}
