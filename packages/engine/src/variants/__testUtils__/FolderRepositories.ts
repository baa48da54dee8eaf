import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Layout } from '../../git/trees/Layout';
import {
  pathsBelow,
  RepositoryTree,
  TreeEntry,
} from '../../git/trees/RepositoryTree';
import { LaidOut, Repositories, Selection } from '../../git/trees/Repositories';

/** A folder for a repository: the same selection and layout, without git between them. */
export class FolderRepositories implements Repositories {
  readonly files = new Map<string, Buffer>();
  commit = '1'.repeat(40);
  branch: string | undefined = 'main';

  constructor(folder: string) {
    for (const entry of readdirSync(folder, {
      recursive: true,
      withFileTypes: true,
    })) {
      if (entry.isFile()) {
        const file = join(entry.parentPath, entry.name);
        this.files.set(relative(folder, file), readFileSync(file));
      }
    }
  }

  write(path: string, text: string): void {
    this.files.set(path, Buffer.from(text));
  }

  refresh(): void {}

  async layOut<T>(
    { repository }: { repository: string; revision: string },
    selection: Selection<T>,
  ): Promise<LaidOut<T>> {
    const tree = this.tree();
    const { found, paths } = await selection.select(tree);
    const layout = await Layout.create({
      repository,
      branch: this.branch,
      tree,
      paths,
    });
    return { layout, found };
  }

  private tree(): RepositoryTree {
    const sorted = Array.from(this.files.keys()).sort((a, b) =>
      a < b ? -1 : 1,
    );
    const entries = new Map(
      sorted.map((path): [string, TreeEntry] => [
        path,
        {
          mode: '100644',
          id: createHash('sha1').update(this.files.get(path)!).digest('hex'),
        },
      ]),
    );
    return {
      commit: this.commit,
      entries,
      below: directory => pathsBelow(sorted, directory),
      read: async paths =>
        new Map(Array.from(paths, path => [path, this.files.get(path)!])),
    };
  }
}
