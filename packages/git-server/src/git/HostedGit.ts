import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runGit } from './runGit';

const CONFIG = `[core]
  repositoryformatversion = 0
  bare = true
[http]
  receivepack = true
[uploadpack]
  allowFilter = true
  allowAnySHA1InWant = true
`;

const SOMEBODY = { name: 'Somebody', email: 'somebody@example.com' };

export interface NewCommit {
  /** What it goes on from. */
  parents: string[];
  tree: string;
  message: string;
  author: { name: string; email: string };
}

/** A bare repository, as a Git host keeps it. */
export class HostedGit {
  static create(directory: string): HostedGit {
    mkdirSync(join(directory, 'objects'), { recursive: true });
    mkdirSync(join(directory, 'refs'));
    writeFileSync(join(directory, 'HEAD'), 'ref: refs/heads/main\n');
    writeFileSync(join(directory, 'config'), CONFIG);
    return new HostedGit(directory);
  }

  static at(directory: string): HostedGit {
    return new HostedGit(directory);
  }

  private constructor(readonly directory: string) {}

  /** What a ref is at, by its full name; `undefined` where there is none. */
  head(ref: string): string | undefined {
    return (
      this.git(['for-each-ref', '--format=%(objectname)', ref]) || undefined
    );
  }

  /** Whether there is such a commit. */
  has(commit: string): boolean {
    return (
      this.git(['cat-file', '--batch-check=%(objecttype)'], `${commit}\n`) ===
      'commit'
    );
  }

  /** The tree of a commit. */
  treeOf(commit: string): string {
    return this.git(['rev-parse', `${commit}^{tree}`]);
  }

  messageOf(commit: string): string {
    return this.git(['show', '--no-patch', '--format=%B', commit]);
  }

  /** Whether a commit is another one, or comes before it. */
  holds(commit: string, earlier: string): boolean {
    return this.git(['merge-base', commit, earlier]) === earlier;
  }

  /** How many commits one holds that another does not. */
  countWithout(commit: string, other: string): number {
    return Number(this.git(['rev-list', '--count', commit, `^${other}`]));
  }

  /** Paths of the files that differ between two commits. */
  changedFiles(from: string, to: string): string[] {
    return this.git(['diff', '--name-only', '-z', from, to])
      .split('\0')
      .filter(Boolean);
  }

  /** The tree of a commit with other contents of files; their modes stay. */
  treeWith(base: string | undefined, files: Map<string, Buffer>): string {
    const index = join(this.directory, `${randomUUID()}.index`);
    const env = { GIT_INDEX_FILE: index };
    const run = (args: string[], input?: string | Buffer) =>
      runGit(this.directory, args, { env, input });
    try {
      if (base) {
        run(['read-tree', base]);
      }
      for (const [path, content] of files) {
        const [there = ''] = run([
          'ls-files',
          '-z',
          '--stage',
          '--',
          path,
        ]).split('\0');
        const mode = there.split(' ')[0] || '100644';
        const blob = run(['hash-object', '-w', '--stdin'], content);
        run([
          'update-index',
          '--add',
          '--cacheinfo',
          `${mode},${blob},${path}`,
        ]);
      }
      return run(['write-tree']);
    } finally {
      rmSync(index, { force: true });
    }
  }

  /** The tree of what two commits hold together; `undefined` where they contradict each other. */
  mergedTree(ours: string, theirs: string): string | undefined {
    try {
      return this.git(['merge-tree', '--write-tree', ours, theirs]);
    } catch {
      return undefined;
    }
  }

  commit({ author, message, parents, tree }: NewCommit): string {
    return runGit(
      this.directory,
      [
        'commit-tree',
        tree,
        ...parents.flatMap(parent => ['-p', parent]),
        '-F',
        '-',
      ],
      { author, input: message },
    );
  }

  /**
   * Commits to a branch as somebody's push does, and gives the commit.
   *
   * @param change - `onto`: the branch that it goes on from; default: the same one
   */
  push(
    branch: string,
    {
      files,
      message,
      onto = branch,
    }: { files: Map<string, Buffer>; message: string; onto?: string },
  ): string {
    const head = this.head(`refs/heads/${onto}`);
    const commit = this.commit({
      parents: head ? [head] : [],
      tree: this.treeWith(head, files),
      message,
      author: SOMEBODY,
    });
    this.setRef(`refs/heads/${branch}`, commit);
    return commit;
  }

  /**
   * Merges a commit into a branch, as the button of a host's page does.
   *
   * @returns the commit that the branch is at then
   * @throws Error where they contradict each other
   */
  merge(
    branch: string,
    {
      how,
      ...of
    }: Pick<NewCommit, 'author' | 'message'> & {
      commit: string;
      how: 'merge' | 'squash';
    },
  ): string {
    const ref = `refs/heads/${branch}`;
    const onto = this.head(ref);
    const tree = onto && this.mergedTree(onto, of.commit);
    if (!tree) {
      throw new Error(`${of.commit} cannot be merged into ${branch}`);
    }
    const commit = this.commit({
      tree,
      parents: how === 'merge' ? [onto, of.commit] : [onto],
      message: of.message,
      author: of.author,
    });
    this.setRef(ref, commit);
    return commit;
  }

  setRef(ref: string, commit: string): void {
    this.git(['update-ref', ref, commit]);
  }

  /** @returns whether the ref was where it was expected to be, `0…` for not there */
  moveRef(ref: string, { from, to }: { from: string; to: string }): boolean {
    if ((this.head(ref) ?? '0'.repeat(40)) !== from) {
      return false;
    }
    if (/^0+$/.test(to)) {
      this.deleteRef(ref);
    } else {
      this.setRef(ref, to);
    }
    return true;
  }

  get defaultBranch(): string {
    return this.git(['symbolic-ref', '--short', 'HEAD']);
  }

  renameDefaultBranch(name: string): void {
    // It is the one that HEAD stands for, which goes along.
    this.git(['branch', '--move', name]);
  }

  deleteRef(ref: string): void {
    this.git(['update-ref', '-d', ref]);
  }

  private git(args: string[], input?: string): string {
    return runGit(this.directory, args, { input });
  }
}
