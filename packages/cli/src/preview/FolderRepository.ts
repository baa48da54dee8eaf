import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import {
  LaidOut,
  Layout,
  pathsBelow,
  Repositories,
  RepositoryTree,
  Selection,
  TreeEntry,
} from '@progressive-delivery/engine';
import { fileProblem } from '../files/fileProblem';

/** What sources call the folder; no other repository can be read. */
export const FOLDER = 'file:.';

const MOST_FILES = 200_000;

const MEBIBYTE = 1024 * 1024;
const MOST_MEBIBYTES = 48;

/** Nothing of a delivery. */
const LEFT_OUT = new Set(['.git', 'node_modules']);

/** A folder in place of a repository: its files as they are now, with what was edited in them. */
export class FolderRepository implements Repositories {
  /**
   * Finds its files; what they hold is read when it is asked for.
   *
   * @param root - absolute path
   * @throws Error where there are too many
   */
  static async open(
    root: string,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<FolderRepository> {
    const entries = new Map<string, TreeEntry>();
    for await (const [path, entry] of entriesBelow(root, '')) {
      signal?.throwIfAborted();
      if (entries.size >= MOST_FILES) {
        throw new Error(`${root} holds more than ${MOST_FILES} files`);
      }
      entries.set(path, entry);
    }
    return new FolderRepository(root, entries);
  }

  private readonly sorted: string[];
  private readonly edited = new Map<string, Buffer>();

  private constructor(
    private readonly root: string,
    private readonly entries: Map<string, TreeEntry>,
  ) {
    this.sorted = Array.from(entries.keys()).sort((a, b) => (a < b ? -1 : 1));
  }

  /** From now on, the file holds this; on disk it stays as it is. */
  edit(path: string, text: string): void {
    const content = Buffer.from(text);
    this.edited.set(path, content);
    this.entries.set(path, { mode: '100644', id: blobId(content) });
  }

  refresh(): void {
    // It is read as it is whenever it is asked for.
  }

  async layOut<T>(
    { repository }: { repository: string },
    selection: Selection<T>,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<LaidOut<T>> {
    if (repository !== FOLDER) {
      throw new Error(
        `Only the folder is read, not the repository ${repository}`,
      );
    }
    const tree: RepositoryTree = {
      // It is no commit.
      commit: '0'.repeat(40),
      entries: this.entries,
      below: directory => pathsBelow(this.sorted, directory),
      read: paths => this.read(paths, signal),
    };
    const { found, paths } = await selection.select(tree);
    const layout = await Layout.create({
      repository,
      // What can be edited is on a branch.
      branch: 'HEAD',
      tree,
      paths,
    });
    return { layout, found };
  }

  private async read(
    paths: Iterable<string>,
    signal: AbortSignal | undefined,
  ): Promise<Map<string, Buffer>> {
    const contents = new Map<string, Buffer>();
    let bytes = 0;
    for (const path of paths) {
      signal?.throwIfAborted();
      const edited = this.edited.get(path);
      const file = join(this.root, path);
      if (edited) {
        contents.set(path, edited);
      } else if (this.entries.get(path)?.mode === '120000') {
        contents.set(path, Buffer.from(await readlink(file)));
      } else {
        bytes += (await orProblem(stat(file), path)).size;
        if (bytes > MOST_MEBIBYTES * MEBIBYTE) {
          throw new Error(
            `The overlay needs files of more than ${MOST_MEBIBYTES} MiB`,
          );
        }
        contents.set(path, await orProblem(readFile(file), path));
      }
    }
    return contents;
  }
}

async function* entriesBelow(
  root: string,
  folder: string,
): AsyncGenerator<[string, TreeEntry]> {
  const found = await orProblem(
    readdir(join(root, folder), { withFileTypes: true }),
    folder || root,
  );
  for (const each of found) {
    const path = posix.join(folder, each.name);
    if (LEFT_OUT.has(each.name)) {
      continue;
    }
    if (each.isDirectory()) {
      yield* entriesBelow(root, path);
    } else if (each.isSymbolicLink()) {
      const target = await readlink(join(root, path));
      yield [path, { mode: '120000', id: blobId(Buffer.from(target)) }];
    } else if (each.isFile()) {
      yield [path, fileEntry(join(root, path))];
    }
  }
}

/** @throws Error that says in words what keeps something from being read */
async function orProblem<T>(reading: Promise<T>, path: string): Promise<T> {
  return reading.catch(error => {
    throw fileProblem(error, path);
  });
}

/** Read for its id only where somebody asks for that. */
function fileEntry(file: string): TreeEntry {
  let id: string | undefined;
  return {
    mode: '100644',
    get id() {
      id ??= blobId(readFileSync(file));
      return id;
    },
  };
}

/** As Git has it. */
function blobId(content: Buffer): string {
  return createHash('sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}
