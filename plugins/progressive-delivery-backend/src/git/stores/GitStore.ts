import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import {
  parseTree,
  pathsBelow,
  RepositoryTree,
  SharedWork,
  TreeEntry,
} from '@progressive-delivery/engine';
import { gitUnreadable } from '../../gitUnreadable';
import { checkRevision } from '../refs/checkRevision';
import { BlobFetcher } from './BlobFetcher';
import { fetchCommit, packAnew } from './fetchObjects';
import { GitCommand, GitError } from '../command/GitCommand';
import { remoteError } from '../command/gitErrors';
import { parseCommit, RepositoryCommit } from '../trees/parseCommit';
import { Publication, publishCommit, writeTree } from './publishCommit';
import { missingObjects, readBlobs, readCommits } from './readBlobs';
import { RemoteRefs } from '../refs/RemoteRefs';
import { ResolvedRevision } from '../refs/resolveRevision';
import { StoreDirectory } from './StoreDirectory';

/** Questions to the remote where a branch is, at the same time. */
const LISTINGS_AT_ONCE = 4;

/** All paths at one commit, and the same sorted. */
export interface TreeListing {
  entries: ReadonlyMap<string, TreeEntry>;
  sorted: string[];
}

export interface GitStoreOptions {
  url: string;
  directory: string;
  /** The `Authorization` header; asked for each command, because tokens expire. */
  authorization: () => Promise<string | undefined>;
  git: GitCommand;
  /** Milliseconds for which an answer of the remote is believed. */
  maximumAge: number;
  logger: LoggerService;
  /** Keeps the listings of all stores, by URL and commit. */
  listings: LRUCache<string, TreeListing>;
  /** Called when the store has become larger, and is free again as far as that is up to who made it so. */
  onGrown?: () => void;
}

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * A bare partial clone: all trees, and of the files just those that somebody read. Many read it at the same time; what
 * changes it takes turns, and what several ask for is done once.
 */
export class GitStore {
  static create(options: GitStoreOptions): GitStore {
    return new GitStore(options);
  }

  private readonly store: StoreDirectory;
  private readonly refs: RemoteRefs;
  private readonly resolving = SharedWork.create<ResolvedRevision>();
  private readonly listing = SharedWork.create<TreeListing>();
  /** Git has one lock for what it knows of the history's depth, and fails where it is taken. */
  private readonly changes = pLimit(1);
  private readonly blobs: BlobFetcher;
  private grown = false;

  private constructor(private readonly options: GitStoreOptions) {
    const { authorization, git, url } = options;
    const listings = pLimit(LISTINGS_AT_ONCE);
    this.store = StoreDirectory.create(options);
    this.blobs = BlobFetcher.create({
      store: this.store,
      changes: this.changes,
    });
    this.refs = RemoteRefs.create({
      url,
      maximumAge: options.maximumAge,
      list: (args, signal) =>
        listings(async () => {
          try {
            return await git.run(['ls-remote', ...args], {
              remote: { url, authorization: await authorization() },
              signal,
            });
          } catch (error) {
            throw error instanceof GitError ? remoteError(error, url) : error;
          }
        }),
    });
  }

  get url(): string {
    return this.options.url;
  }

  /** Believes no answer of the remote that was given before now. */
  forget(): void {
    this.refs.forget();
  }

  /** Deletes the store, unless somebody is using it. The next reader makes it anew. */
  async discard(): Promise<boolean> {
    return this.store.discard();
  }

  /** Makes one pack of all that was fetched bit by bit, which takes less of the disk and is read faster. */
  async compact(): Promise<void> {
    await this.store.tend(() => this.changes(() => packAnew(this.store)));
  }

  /**
   * Finds the commit of a branch, tag, range of versions or commit id, or of the default branch for `HEAD`, and its
   * tree.
   *
   * @throws NotFoundError where there is none
   */
  async tree(
    revision: string,
    { signal }: CallOptions = {},
  ): Promise<ResolvedRevision & { tree: RepositoryTree }> {
    const resolved =
      this.refs.known(revision) ??
      (await this.resolving.run(
        // Nobody joins who asked before the remote was pushed to.
        `${this.refs.epoch} ${revision}`,
        shared => this.refs.resolve(revision, shared),
        signal,
      ));
    const listing = await this.list(resolved, signal);
    return { ...resolved, tree: this.toTree(resolved, listing) };
  }

  /** As {@link RemoteRefs.heads}. */
  async remoteHeads(
    branches: string[],
    beginnings: string[] = [],
  ): Promise<Map<string, string>> {
    branches.forEach(each => checkRevision(each));
    // No branch ends in a slash, but a beginning may.
    beginnings.forEach(each => checkRevision(each.replace(/\/$/, '')));
    return this.refs.heads(branches, beginnings);
  }

  /**
   * Commits changed files on top of a base, without a checkout, and pushes that as a branch.
   *
   * @throws PushRefusedError where the remote does not take it, such as when the branch is not at `expectedHead`
   */
  async publish(publication: Publication): Promise<{ commit: string }> {
    checkRevision(publication.branch);
    const published = await this.onTopOf(publication.base, options =>
      publishCommit(this.store, publication, options),
    );
    this.refs.forget();
    return published;
  }

  /**
   * A commit by its id.
   *
   * @throws NotFoundError where the remote does not have it
   */
  async commit(commit: string): Promise<RepositoryCommit> {
    return this.use(async () => {
      await this.fetchMissing({ commit });
      const object = await this.store.command(['cat-file', 'commit', commit]);
      return parseCommit(object.toString('utf8'));
    });
  }

  /** Texts of those of some commits that were fetched before, by their ids. The remote is not asked. */
  async fetchedCommits(
    commits: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    let fetched: ReadonlyMap<string, string> = new Map();
    await this.store.tend(async () => {
      fetched = await readCommits(this.store, commits);
    });
    return fetched;
  }

  /**
   * The object id of the tree of a base with changed files.
   *
   * @throws ConflictError where a file does not exist at the base
   */
  async treeWith(
    changes: Pick<Publication, 'added' | 'base' | 'files'>,
  ): Promise<string> {
    return this.onTopOf(changes.base, options =>
      writeTree(this.store, changes, options),
    );
  }

  /** Writes into the store what goes on from a base. */
  private async onTopOf<T>(
    base: { commit: string },
    write: (options: {
      url: string;
      entries: TreeListing['entries'];
    }) => Promise<T>,
  ): Promise<T> {
    const { entries } = await this.list(base);
    return this.use(async () => {
      await this.fetchMissing(base);
      return this.changes(() => write({ url: this.options.url, entries }));
    });
  }

  private async list(
    resolved: ResolvedRevision,
    signal?: AbortSignal,
  ): Promise<TreeListing> {
    const { commit } = resolved;
    const key = `${this.options.url} ${commit}`;
    const kept = this.options.listings.get(key);
    if (kept) {
      return kept;
    }
    return this.listing.run(
      commit,
      shared =>
        this.use(async () => {
          await this.fetchMissing(resolved, shared);
          const output = await this.store.command(
            ['ls-tree', '-r', '-z', commit],
            { signal: shared },
          );
          const entries = parseTree(output.toString('utf8'));
          const sorted = Array.from(entries.keys()).sort((a, b) =>
            a < b ? -1 : Number(a > b),
          );
          const listing = { entries, sorted };
          this.options.listings.set(key, listing);
          return listing;
        }),
      signal,
    );
  }

  private toTree(
    { commit }: ResolvedRevision,
    { entries, sorted }: TreeListing,
  ): RepositoryTree {
    return {
      commit,
      entries,
      below: directory => pathsBelow(sorted, directory),
      read: (paths, { signal } = {}) => {
        const ids = new Map<string, string>();
        for (const path of paths) {
          const entry = entries.get(path);
          if (!entry || entry.mode === '160000') {
            throw gitUnreadable(
              {
                id: 'pathMissing',
                parameters: { path, repository: this.options.url },
              },
              NotFoundError,
            );
          }
          ids.set(path, entry.id);
        }
        return this.read(commit, ids, signal);
      },
    };
  }

  private async read(
    commit: string,
    ids: ReadonlyMap<string, string>,
    signal?: AbortSignal,
  ): Promise<Map<string, Buffer>> {
    const wanted = Array.from(new Set(ids.values()));
    if (wanted.length === 0) {
      return new Map();
    }
    return this.use(async () => {
      if ((await missingObjects(this.store, wanted, { signal })).length > 0) {
        await this.fetchMissing({ commit }, signal);
        await this.blobs.fetch(wanted, signal);
        this.grown = true;
      }
      const blobs = await readBlobs(this.store, wanted, { signal });
      return new Map(Array.from(ids, ([path, id]) => [path, blobs.get(id)!]));
    });
  }

  /** Fetches a commit and its trees where they are missing, as they are after a rebuild, whatever we know of it. */
  private async fetchMissing(
    resolved: ResolvedRevision,
    signal?: AbortSignal,
  ): Promise<void> {
    const isMissing = async () =>
      (await missingObjects(this.store, [resolved.commit], { signal })).length >
      0;
    if (await isMissing()) {
      await this.changes(async () => {
        if (await isMissing()) {
          await fetchCommit(this.store, resolved, { signal });
        }
      });
      this.grown = true;
    }
  }

  /** Works with the store, and says afterwards whether that has become larger. */
  private async use<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.store.use(work);
    } finally {
      if (this.grown) {
        this.grown = false;
        this.options.onGrown?.();
      }
    }
  }
}
