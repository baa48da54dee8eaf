import { LRUCache } from 'lru-cache';
import { GitRemote } from './command/gitRemote';
import { commitUrl } from './commitUrl';
import { GitStore } from './stores/GitStore';
import { parseCommit, RepositoryCommit } from './trees/parseCommit';

/** Commits of which it is kept who made them. */
const KEPT = 20_000;
/** Milliseconds after which a commit that was not there is looked for again. */
const UNKNOWN_KEPT = 15_000;

/** Who made a commit, and when in milliseconds since the epoch; empty where it was not fetched. */
type CommitAuthor = Partial<Pick<RepositoryCommit, 'author' | 'committedAt'>>;

/** What is known of a commit without asking for it. */
export interface KnownCommit extends CommitAuthor {
  /** Where people see it. */
  url?: string;
}

/** Tells who made commits that were fetched for something else: what only tells a name is worth no question to a host. */
export class KnownCommits {
  static create(): KnownCommits {
    return new KnownCommits();
  }

  private readonly authors = new LRUCache<string, CommitAuthor>({ max: KEPT });

  private constructor() {}

  async of(
    commits: readonly string[],
    { remote, store }: { remote: GitRemote; store: GitStore },
  ): Promise<Map<string, KnownCommit>> {
    const keyOf = (commit: string) => `${remote.url} ${commit}`;
    const unread = commits.filter(commit => !this.authors.has(keyOf(commit)));
    if (unread.length > 0) {
      const fetched = await store.fetchedCommits(unread);
      for (const commit of unread) {
        const text = fetched.get(commit);
        if (text === undefined) {
          this.authors.set(keyOf(commit), {}, { ttl: UNKNOWN_KEPT });
        } else {
          const { author, committedAt } = parseCommit(text);
          this.authors.set(keyOf(commit), { author, committedAt });
        }
      }
    }
    return new Map(
      commits.map(commit => [
        commit,
        { ...this.authors.get(keyOf(commit)), url: commitUrl(remote, commit) },
      ]),
    );
  }
}
