import { join } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { EventsService } from '@backstage/plugin-events-node';
import { LRUCache } from 'lru-cache';
import {
  LaidOut,
  Layout,
  Repositories,
  RepositoryTree,
  Selection,
  SharedWork,
} from '@progressive-delivery/engine';
import { GitCommand } from './command/GitCommand';
import { GitCredentials } from './command/gitCredentials';
import { GitRemote, gitRemote } from './command/gitRemote';
import { KnownCommit, KnownCommits } from './KnownCommits';
import { GitStore, TreeListing } from './stores/GitStore';
import { Publication } from './stores/publishCommit';
import { RepositoryCommit } from './trees/parseCommit';
import { PushedRepository } from './stores/pushedRepository';
import { isPushed, storeKey } from './stores/storeKey';
import { StoreCache } from './stores/StoreCache';
import { subscribeToPushes } from './subscribeToPushes';

/** Bytes of files that are kept in memory, of all layouts. */
const KEPT_BYTES = 128 * 1024 * 1024;
/** Entries of trees that are kept in memory, of all repositories. */
const KEPT_ENTRIES = 400_000;

export interface RepositoryServiceOptions {
  integrations: ScmIntegrationRegistry;
  /** The Git hosts that may be contacted, see `configuredHosts`. */
  hosts: ReadonlySet<string>;
  logger: LoggerService;
  /** Absolute path of a directory of our own; repositories are kept in it. */
  cacheDirectory: string;
  /** Command or absolute path; default `git`. */
  git?: string;
  /** Bytes that repositories may take on disk, those in use aside; default 4 GiB. */
  cacheLimit?: number;
  /** Milliseconds for which a branch is believed to be where it was; default 5,000. */
  maximumAge?: number;
}

/** Reads and writes Git repositories, with the credentials of the integrations and at their hosts only. */
export class RepositoryService implements Repositories {
  static create(options: RepositoryServiceOptions): RepositoryService {
    return new RepositoryService(options);
  }

  /** The same, which sees at once what is pushed, where Git hosts tell Backstage's events of it. */
  static async start(
    options: RepositoryServiceOptions & { events: EventsService },
  ): Promise<RepositoryService> {
    const repositories = RepositoryService.create(options);
    await subscribeToPushes({ ...options, repositories });
    return repositories;
  }

  private readonly git: GitCommand;
  private readonly credentials: GitCredentials;
  private readonly stores: StoreCache<GitStore>;
  private readonly listings = new LRUCache<string, TreeListing>({
    maxSize: KEPT_ENTRIES,
    sizeCalculation: ({ entries }) => 1 + entries.size,
  });
  private readonly layouts = new LRUCache<string, LaidOut<unknown>>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ layout }) =>
      256 + layout.size + 256 * layout.files.size,
  });
  private readonly known = KnownCommits.create();
  private readonly work = SharedWork.create<LaidOut<unknown>>();

  private constructor(private readonly options: RepositoryServiceOptions) {
    this.git = GitCommand.create({
      git: options.git,
      directory: join(options.cacheDirectory, 'git'),
    });
    this.credentials = GitCredentials.create({
      integrations: options.integrations,
    });
    this.stores = StoreCache.create({
      directory: join(options.cacheDirectory, 'repositories'),
      limit: options.cacheLimit ?? 4 * 1024 ** 3,
      logger: options.logger,
    });
  }

  /**
   * The files that a selection wants of a revision: `HEAD`, a branch, a tag, a range of versions or a whole commit id.
   * The same commit and selection is read once, and no longer than somebody wants it.
   *
   * @throws NotAllowedError where the repository's host is not configured or its credentials do not suffice
   * @throws NotFoundError where the repository, revision or a path does not exist
   * @throws ServiceUnavailableError where the host does not answer
   */
  async layOut<T>(
    source: { repository: string; revision: string },
    selection: Selection<T>,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<LaidOut<T>> {
    const { url, store } = this.store(source.repository);
    const { branch, tag, tree } = await store.tree(source.revision || 'HEAD', {
      signal,
    });
    const key = JSON.stringify([url, tree.commit, branch, tag, selection.key]);
    const kept = this.layouts.get(key);
    // A key says what its selection finds, so what is kept under it is of that type.
    if (kept) {
      return kept as LaidOut<T>;
    }
    const laidOut = await this.work.run(
      key,
      async shared => {
        const wanted: RepositoryTree = {
          ...tree,
          read: paths => tree.read(paths, { signal: shared }),
        };
        const { paths, found } = await selection.select(wanted);
        const layout = await Layout.create({
          repository: url,
          branch,
          tag,
          tree: wanted,
          paths,
        });
        this.layouts.set(key, { layout, found });
        return { layout, found };
      },
      signal,
    );
    return laidOut as LaidOut<T>;
  }

  /**
   * The next layout asks the remote where its branches are, however young the last answer is. One that was never read
   * is nothing to us.
   */
  refresh(repository: string): void {
    this.seePush({ url: repository });
  }

  /** {@link refresh}, for what a Git host says that it was pushed to. */
  seePush(repository: PushedRepository): void {
    for (const store of this.stores.all()) {
      if (isPushed(store.url, repository)) {
        store.forget();
      }
    }
  }

  /**
   * The commits that branches are at now; those that do not exist are absent.
   *
   * @param beginnings - branches whose names begin like that are among them as well
   */
  async remoteHeads(
    repository: string,
    branches: string[],
    beginnings: string[] = [],
  ): Promise<Map<string, string>> {
    return this.store(repository).store.remoteHeads(branches, beginnings);
  }

  /** The commit that a branch is at now; `undefined` where there is no such branch. */
  async remoteHead(
    repository: string,
    branch: string,
  ): Promise<string | undefined> {
    return (await this.remoteHeads(repository, [branch])).get(branch);
  }

  /**
   * Commits changed files on top of a base and pushes that as a branch, if the branch is where it is expected to be.
   *
   * @throws PushRefusedError where it is not, or where the host does not let us push
   * @throws ConflictError where a file does not exist at the base
   */
  async publish(
    publication: Publication & { repository: string },
  ): Promise<{ commit: string }> {
    return this.store(publication.repository).store.publish(publication);
  }

  /**
   * A commit by its id, as Git itself has it: hosts do not all tell its tree (Gitea's API gives the commit's own id).
   *
   * @throws NotFoundError where the repository does not have it
   */
  async commit({
    commit,
    repository,
  }: {
    repository: string;
    commit: string;
  }): Promise<RepositoryCommit> {
    return this.store(repository).store.commit(commit);
  }

  /**
   * What is known of commits without asking the remote: who made them, and where people see them.
   *
   * @throws InputError, NotAllowedError where the repository may not be contacted
   */
  async knownCommits({
    commits,
    repository,
  }: {
    repository: string;
    commits: readonly string[];
  }): Promise<Map<string, KnownCommit>> {
    return this.known.of(commits, this.store(repository));
  }

  /**
   * The object id of the tree that a commit with changed files on top of a base holds.
   *
   * @throws ConflictError where a file does not exist at the base
   */
  async treeWith({
    repository,
    ...changes
  }: Pick<Publication, 'added' | 'base' | 'files'> & {
    repository: string;
  }): Promise<string> {
    return this.store(repository).store.treeWith(changes);
  }

  /** Resolves when nothing is being done to its directory any more that nobody waits for. */
  async close(): Promise<void> {
    await this.stores.close();
  }

  private store(repository: string): {
    remote: GitRemote;
    url: string;
    store: GitStore;
  } {
    const remote = gitRemote(
      this.options.integrations,
      this.options.hosts,
      repository,
    );
    const store = this.stores.get(storeKey(remote), directory => {
      const made = GitStore.create({
        url: remote.url,
        directory,
        authorization: () => this.credentials.authorization(remote),
        git: this.git,
        maximumAge: this.options.maximumAge ?? 5_000,
        logger: this.options.logger,
        listings: this.listings,
        onGrown: () => this.stores.grew(made),
      });
      return made;
    });
    return { remote, url: remote.url, store };
  }
}
