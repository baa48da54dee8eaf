import { Layout } from './Layout';
import { RepositoryTree } from './RepositoryTree';

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

/** Where the files of repositories come from. */
export interface Repositories {
  /**
   * The files that a selection wants of a revision: `HEAD`, a branch, a tag, a range of versions or a whole commit id.
   *
   * @throws NotAllowedError where the repository may not be read
   * @throws NotFoundError where the repository, revision or a path does not exist
   * @throws ServiceUnavailableError where the repository does not answer
   */
  layOut<T>(
    source: { repository: string; revision: string },
    selection: Selection<T>,
    options?: { signal?: AbortSignal },
  ): Promise<LaidOut<T>>;
  /** What was believed of a repository is not believed any more: the next layout looks where its branches are. */
  refresh(repository: string): void;
}
