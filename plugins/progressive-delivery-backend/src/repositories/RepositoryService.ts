import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { BoundedCache } from '../processes/BoundedCache';
import { SharedWork } from '../processes/SharedWork';
import { GitCommand } from './GitCommand';
import { GitCredentials } from './gitCredentials';
import { gitRemote } from './gitRemote';
import { GitStore, Publication } from './GitStore';
import { Layout } from './Layout';
import { RepositoryTree } from './RepositoryTree';

/** Bytes of files that are kept in memory, of all layouts. */
const KEPT_BYTES = 128 * 1024 * 1024;

export interface RepositoryServiceOptions {
  integrations: ScmIntegrationRegistry;
  /** The Git hosts that may be contacted, see `configuredHosts`. */
  hosts: ReadonlySet<string>;
  logger: LoggerService;
  /** Absolute path of a directory of our own; repositories are kept in it. */
  cacheDirectory: string;
  /** Command or absolute path; default `git`. */
  git?: string;
  /** Milliseconds for which a branch is believed to be where it was; default 5,000. */
  maximumAge?: number;
}

/** Which files are wanted of a tree, and what was learned while finding them. */
export interface Selection<T> {
  /** Says what is selected: the same key selects the same of the same tree. */
  key: string;
  select(tree: RepositoryTree): Promise<{ paths: Iterable<string>; found: T }>;
}

export interface LaidOut<T> {
  layout: Layout;
  found: T;
}

/** Reads and writes Git repositories, with the credentials of the integrations and at their hosts only. */
export class RepositoryService {
  static create(options: RepositoryServiceOptions): RepositoryService {
    return new RepositoryService(options);
  }

  private readonly git: GitCommand;
  private readonly credentials: GitCredentials;
  private readonly stores = new Map<string, GitStore>();
  private readonly layouts = BoundedCache.create<LaidOut<unknown>>({
    limit: KEPT_BYTES,
    weigh: ({ layout }) => layout.size + 256 * layout.files.size,
  });
  private readonly work = SharedWork.create<LaidOut<unknown>>();

  private constructor(private readonly options: RepositoryServiceOptions) {
    this.git = GitCommand.create({
      git: options.git,
      directory: join(options.cacheDirectory, 'git'),
    });
    this.credentials = GitCredentials.create({
      integrations: options.integrations,
    });
  }

  /**
   * The files that a selection wants of a revision: `HEAD`, a branch, a tag or a whole commit id. The same commit and
   * selection is read once.
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
    const { tree, branch } = await store.tree(source.revision || 'HEAD');
    signal?.throwIfAborted();
    const key = JSON.stringify([url, tree.commit, branch, selection.key]);
    const kept = this.layouts.get(key);
    // A key says what its selection finds, so what is kept under it is of that type.
    if (kept) {
      return kept as LaidOut<T>;
    }
    const laidOut = await this.work.run(
      key,
      async () => {
        const { paths, found } = await selection.select(tree);
        const layout = await Layout.create({
          repository: url,
          branch,
          tree,
          paths,
        });
        this.layouts.set(key, { layout, found });
        return { layout, found };
      },
      signal,
    );
    return laidOut as LaidOut<T>;
  }

  /** The next layout asks the remote where its branches are, however young the last answer is. */
  refresh(repository: string): void {
    this.store(repository).store.forget();
  }

  /** The commit that a branch is at now; `undefined` where there is no such branch. */
  async remoteHead(
    repository: string,
    branch: string,
  ): Promise<string | undefined> {
    return this.store(repository).store.remoteHead(branch);
  }

  /**
   * Commits changed files on top of a base and pushes that as a branch, if the branch is where it is expected to be.
   *
   * @throws ConflictError where it is not, or where a file does not exist at the base
   * @throws NotAllowedError where the host does not let us push
   */
  async publish(
    publication: Publication & { repository: string },
  ): Promise<{ commit: string }> {
    return this.store(publication.repository).store.publish(publication);
  }

  private store(repository: string): { url: string; store: GitStore } {
    const remote = gitRemote(
      this.options.integrations,
      this.options.hosts,
      repository,
    );
    const { url } = remote;
    let store = this.stores.get(url);
    if (!store) {
      const name = createHash('sha256').update(url).digest('hex').slice(0, 32);
      store = GitStore.create({
        url,
        directory: join(this.options.cacheDirectory, 'repositories', name),
        authorization: () => this.credentials.authorization(remote),
        git: this.git,
        maximumAge: this.options.maximumAge ?? 5_000,
        logger: this.options.logger,
      });
      this.stores.set(url, store);
    }
    return { url, store };
  }
}
