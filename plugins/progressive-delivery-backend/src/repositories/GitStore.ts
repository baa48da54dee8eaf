import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { BoundedCache } from '../processes/BoundedCache';
import { GitCommand, GitError, GitRun } from './GitCommand';
import { looksCorrupt, pushError, remoteError } from './gitErrors';
import { parseTree, pathsBelow, RepositoryTree } from './RepositoryTree';

/** Entries of trees that are kept in memory, for one repository. */
const KEPT_ENTRIES = 200_000;

const COMMIT = /^[0-9a-f]{40}$/;

/** What a revision stands for now. */
export interface ResolvedRevision {
  commit: string;
  /** Short name of the branch; absent for a tag or a commit. */
  branch?: string;
}

export interface Publication {
  /** Short name of the branch that is pushed. */
  branch: string;
  base: { commit: string };
  /** The commit that the branch must be at, `undefined` where it must not exist. */
  expectedHead: string | undefined;
  /** New contents of files that exist at the base, by path from the root. */
  files: ReadonlyMap<string, string>;
  message: string;
  author: { name: string; email: string };
}

export interface GitStoreOptions {
  url: string;
  directory: string;
  authorization: () => Promise<string | undefined>;
  git: GitCommand;
  /** Milliseconds for which an answer of the remote is believed. */
  maximumAge: number;
  logger: LoggerService;
}

class BrokenStoreError extends Error {}

/**
 * A bare partial clone: all trees, and of the files just those that somebody read. Commands take turns, and a store
 * that turns out broken is made anew.
 */
export class GitStore {
  static create(options: GitStoreOptions): GitStore {
    return new GitStore(options);
  }

  private turn: Promise<unknown> = Promise.resolve();
  private readonly resolved = new Map<
    string,
    ResolvedRevision & { at: number }
  >();
  private readonly trees = BoundedCache.create<RepositoryTree>({
    limit: KEPT_ENTRIES,
    weigh: tree => tree.entries.size,
  });

  private constructor(private readonly options: GitStoreOptions) {}

  /** Believes no answer of the remote that was given before now. */
  forget(): void {
    this.resolved.clear();
  }

  /**
   * Finds the commit of a branch, tag or commit id, or of the default branch for `HEAD`, and its tree.
   *
   * @throws NotFoundError where there is none
   */
  async tree(
    revision: string,
  ): Promise<ResolvedRevision & { tree: RepositoryTree }> {
    checkRevision(revision);
    const known = this.resolved.get(revision);
    if (known && Date.now() - known.at < this.options.maximumAge) {
      const tree = this.trees.get(known.commit);
      if (tree) {
        return { commit: known.commit, branch: known.branch, tree };
      }
    }
    return this.inTurn(async () => {
      const resolved = await this.resolve(revision);
      const tree =
        this.trees.get(resolved.commit) ??
        (await this.readTree(resolved.commit, revision));
      return { ...resolved, tree };
    });
  }

  /** The commit that a branch of the remote is at now; `undefined` where there is no such branch. */
  async remoteHead(branch: string): Promise<string | undefined> {
    checkRevision(branch);
    return this.inTurn(async () =>
      (await this.listRemote([`refs/heads/${branch}`])).get(
        `refs/heads/${branch}`,
      ),
    );
  }

  /**
   * Commits changed files on top of a base, without a checkout, and pushes that as a branch.
   *
   * @throws ConflictError where the branch is not at `expectedHead`
   */
  async publish(publication: Publication): Promise<{ commit: string }> {
    const { author, base, branch, expectedHead, files, message } = publication;
    checkRevision(branch);
    return this.inTurn(async () => {
      await this.ensure(base.commit);
      const tree =
        this.trees.get(base.commit) ??
        (await this.readTree(base.commit, base.commit));
      const index = join(this.options.directory, `${randomUUID()}.index`);
      const env = { GIT_INDEX_FILE: index };
      try {
        await this.local(['read-tree', base.commit], { env });
        const lines: string[] = [];
        for (const [path, text] of files) {
          const entry = tree.entries.get(path);
          if (entry?.mode !== '100644' && entry?.mode !== '100755') {
            throw new ConflictError(
              `${path} is not a file at ${base.commit.slice(0, 8)} of ${
                this.options.url
              }`,
            );
          }
          const id = await this.local(['hash-object', '-w', '--stdin'], {
            input: text,
          });
          lines.push(`${entry.mode} ${id}\t${path}\0`);
        }
        await this.local(['update-index', '-z', '--index-info'], {
          env,
          input: lines.join(''),
        });
        // Most blobs of the tree were never fetched, and need not be.
        const root = await this.local(['write-tree', '--missing-ok'], { env });
        const commit = await this.local(
          ['commit-tree', root, '-p', base.commit, '-F', '-'],
          {
            input: message,
            env: {
              GIT_AUTHOR_NAME: author.name,
              GIT_AUTHOR_EMAIL: author.email,
              GIT_COMMITTER_NAME: author.name,
              GIT_COMMITTER_EMAIL: author.email,
            },
          },
        );
        const ref = `refs/heads/${branch}`;
        // Where no branch is at the base any more, git would take all of its files for new, fetch them and push them.
        const settings = { 'push.negotiate': 'true' };
        await this.remote(
          [
            'push',
            '--no-verify',
            '--no-recurse-submodules',
            '--no-signed',
            `--force-with-lease=${ref}:${expectedHead ?? ''}`,
            'origin',
            `${commit}:${ref}`,
          ],
          { settings },
          error => pushError(error, { branch, url: this.options.url }),
        );
        this.resolved.delete(branch);
        return { commit };
      } finally {
        await rm(index, { force: true });
        await rm(`${index}.lock`, { force: true });
      }
    });
  }

  private async resolve(revision: string): Promise<ResolvedRevision> {
    const known = this.resolved.get(revision);
    if (known && Date.now() - known.at < this.options.maximumAge) {
      return { commit: known.commit, branch: known.branch };
    }
    const resolved = COMMIT.test(revision)
      ? { commit: revision }
      : await this.resolveName(revision);
    if (!(await this.has(resolved.commit))) {
      await this.fetchCommit(resolved);
    }
    this.resolved.set(revision, { ...resolved, at: Date.now() });
    return resolved;
  }

  /** A branch wins over a tag of the same name, as in Argo CD (v3.6 util/git/client.go). */
  private async resolveName(revision: string): Promise<ResolvedRevision> {
    if (revision === 'HEAD') {
      const refs = await this.listRemote(['HEAD']);
      const commit = refs.get('HEAD');
      const target = refs.get('symref HEAD');
      if (commit && target?.startsWith('refs/heads/')) {
        return { commit, branch: target.slice('refs/heads/'.length) };
      }
      throw new NotFoundError(
        `Repository ${this.options.url} has no default branch: it may be empty`,
      );
    }
    const names = revision.startsWith('refs/')
      ? [revision]
      : [`refs/heads/${revision}`, `refs/tags/${revision}`];
    const refs = await this.listRemote(
      names.flatMap(name => [name, `${name}^{}`]),
    );
    for (const name of names) {
      const commit = refs.get(`${name}^{}`) ?? refs.get(name);
      if (commit) {
        return name.startsWith('refs/heads/')
          ? { commit, branch: name.slice('refs/heads/'.length) }
          : { commit };
      }
    }
    throw new NotFoundError(
      `Repository ${this.options.url} has no branch or tag "${revision}"; commits are named by all 40 digits`,
    );
  }

  /** Ids by name of the ref; under `symref NAME` the ref that NAME stands for. */
  private async listRemote(names: string[]): Promise<Map<string, string>> {
    const refs = new Map<string, string>();
    const listing = await this.remote([
      'ls-remote',
      '--symref',
      'origin',
      ...names,
    ]);
    for (const line of listing.toString('utf8').split('\n')) {
      const [value, name] = line.split('\t');
      if (name && value.startsWith('ref: ')) {
        refs.set(`symref ${name}`, value.slice('ref: '.length));
      } else if (name) {
        refs.set(name, value);
      }
    }
    return refs;
  }

  private async has(commit: string): Promise<boolean> {
    const answer = await this.local(['cat-file', '--batch-check'], {
      input: `${commit}\n`,
    });
    return answer === `${commit} commit ${answer.split(' ')[2]}`;
  }

  /** Fetches a commit where it is missing, as it is after a rebuild, whatever we know of it. */
  private async ensure(commit: string): Promise<void> {
    if (!(await this.has(commit))) {
      await this.fetchCommit({ commit });
    }
  }

  /**
   * Fetches a commit and its trees. What is new of a branch that we know comes without a depth: git then sends just
   * that, while a depth would make it send all trees again.
   */
  private async fetchCommit({ commit, branch }: ResolvedRevision) {
    // No ref of ours is in the way of another: a branch `a` may be gone when `a/b` appears.
    const ref = branch
      ? `refs/progressive-delivery/branches/${encodeURIComponent(branch)}`
      : `refs/progressive-delivery/commits/${commit}`;
    const known = await this.local(['for-each-ref', ref]);
    await this.fetch([
      ...(known ? [] : ['--depth=1']),
      'origin',
      `+${commit}:${ref}`,
    ]);
  }

  private async fetch(args: string[], run: GitRun = {}): Promise<void> {
    await this.remote(
      [
        'fetch',
        '--quiet',
        '--no-tags',
        '--no-recurse-submodules',
        '--no-write-fetch-head',
        '--no-auto-maintenance',
        '--filter=blob:none',
        ...args,
      ],
      run,
    );
  }

  private async readTree(
    commit: string,
    revision: string,
  ): Promise<RepositoryTree> {
    await this.ensure(commit);
    const listing = await this.command(['ls-tree', '-r', '-z', commit]);
    const entries = parseTree(listing.toString('utf8'));
    const sorted = Array.from(entries.keys()).sort((a, b) =>
      a < b ? -1 : Number(a > b),
    );
    const tree: RepositoryTree = {
      commit,
      entries,
      below: directory => pathsBelow(sorted, directory),
      read: paths => {
        const ids = new Map<string, string>();
        for (const path of paths) {
          const entry = entries.get(path);
          if (!entry || entry.mode === '160000') {
            throw new NotFoundError(
              `${path} does not exist at ${revision} of ${this.options.url}`,
            );
          }
          ids.set(path, entry.id);
        }
        return this.inTurn(() => this.readBlobs(commit, ids));
      },
    };
    this.trees.set(commit, tree);
    return tree;
  }

  private async readBlobs(
    commit: string,
    ids: Map<string, string>,
  ): Promise<Map<string, Buffer>> {
    const wanted = Array.from(new Set(ids.values()));
    if (wanted.length === 0) {
      return new Map();
    }
    const input = `${wanted.join('\n')}\n`;
    await this.ensure(commit);
    const present = await this.local(['cat-file', '--batch-check'], { input });
    const missing = present
      .split('\n')
      .filter(line => line.endsWith(' missing'))
      .map(line => line.split(' ')[0]);
    if (missing.length > 0) {
      // What git itself does for missing objects, but all at once. Told which commits we have, the remote would take
      // us to have their files as well, and send none.
      await this.fetch(['--stdin', 'origin'], {
        input: `${missing.join('\n')}\n`,
        settings: { 'fetch.negotiationAlgorithm': 'noop' },
      });
    }
    const blobs = parseBatch(
      await this.command(['cat-file', '--batch'], { input }),
    );
    const contents = new Map<string, Buffer>();
    for (const [path, id] of ids) {
      const blob = blobs.get(id);
      if (!blob) {
        throw new BrokenStoreError(`blob ${id} of ${path} is missing`);
      }
      contents.set(path, blob);
    }
    return contents;
  }

  /** One after the other; what fails because the store is broken is tried again on a new one. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(async () => {
      await this.open();
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof BrokenStoreError)) {
          throw error;
        }
        this.options.logger.warn(
          `The local copy of ${this.options.url} is broken and is fetched again: ${error.message}`,
        );
        await this.rebuild();
        return await work();
      }
    });
    // The next one does not care how this one ended; its caller does.
    this.turn = result.catch(() => undefined);
    return result;
  }

  private async open(): Promise<void> {
    const { directory } = this.options;
    const exists = await stat(join(directory, 'HEAD')).then(
      () => true,
      () => false,
    );
    if (!exists) {
      await this.rebuild();
    }
  }

  /** Made beside and moved into place, so that an interrupted one is never taken for a store. */
  private async rebuild(): Promise<void> {
    const { directory, git } = this.options;
    const made = `${directory}.${randomUUID()}`;
    await mkdir(dirname(directory), { recursive: true, mode: 0o700 });
    await git.run(['init', '--quiet', '--bare', '--template=', made]);
    await rm(directory, { recursive: true, force: true });
    await rename(made, directory);
    this.resolved.clear();
  }

  /** A command whose answer is a word or a few lines. */
  private async local(args: string[], run: GitRun = {}): Promise<string> {
    return (await this.command(args, run)).toString('utf8').trimEnd();
  }

  /** A command that contacts nobody: where it fails, the store is what is wrong. */
  private async command(args: string[], run: GitRun = {}): Promise<Buffer> {
    try {
      return await this.options.git.run(args, {
        ...run,
        store: this.options.directory,
      });
    } catch (error) {
      if (error instanceof GitError && error.reason.kind === 'exit') {
        throw new BrokenStoreError(error.message);
      }
      throw error;
    }
  }

  /** A command that contacts the remote; `explain` may know better than we what a failure means. */
  private async remote(
    args: string[],
    run: GitRun = {},
    explain: (error: GitError) => Error | undefined = () => undefined,
  ): Promise<Buffer> {
    const { url, authorization, directory, git } = this.options;
    try {
      return await git.run(args, {
        ...run,
        store: directory,
        remote: { url, authorization: await authorization() },
      });
    } catch (error) {
      if (!(error instanceof GitError)) {
        throw error;
      }
      throw (
        explain(error) ??
        (looksCorrupt(error)
          ? new BrokenStoreError(error.message)
          : remoteError(error, url))
      );
    }
  }
}

/** The rules of `git check-ref-format`, so that a revision is never an option or a pattern. */
function checkRevision(revision: string): void {
  if (
    // eslint-disable-next-line no-control-regex
    !/^[^\s~^:?*[\\\x00-\x20\x7f-][^\s~^:?*[\\\x00-\x20\x7f]*$/.test(
      revision,
    ) ||
    /\.\.|@\{|\/\/|\.lock(\/|$)|\/$|\.$/.test(revision)
  ) {
    throw new InputError(
      `"${revision}" is not the name of a branch, tag or commit`,
    );
  }
}

/** Reads `git cat-file --batch`: a line with id, type and size, then so many bytes and a line end. */
function parseBatch(output: Buffer): Map<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  let offset = 0;
  while (offset < output.length) {
    const lineEnd = output.indexOf('\n', offset);
    const [id, type, size] = output
      .toString('utf8', offset, lineEnd)
      .split(' ');
    offset = lineEnd + 1;
    if (type === 'blob') {
      blobs.set(id, output.subarray(offset, offset + Number(size)));
      offset += Number(size) + 1;
    }
  }
  return blobs;
}
