import { LRUCache } from 'lru-cache';
import { PushedRepository } from '../../git/stores/pushedRepository';
import { isPushed } from '../../git/stores/storeKey';
import { GitHost, PullRequest, PullRequestReview } from '../gitHosts/GitHost';
import { HostResult } from '../gitHosts/HostResult';

/** Pages that are open ask every five seconds; all of them together ask a Git host no more often than that. */
const AGE_MILLISECONDS = 4_000;

/** Lists and reviews that are kept, of all repositories. */
const MOST_KEPT = 2_000;

/** One is told once that nothing has changed before all is asked for again: some of it changes no mark. */
const MOST_UNCHANGED_MILLISECONDS = 60_000;

type Listing = HostResult<PullRequest[]>;
type Review = HostResult<PullRequestReview>;
type Search = Parameters<GitHost['find']>[0];
type Question = Parameters<GitHost['review']>[0];

interface Kept<T> {
  repository: string;
  /** When the host was asked for all of it, and when it last said that there is nothing new. */
  readAt: number;
  checkedAt: number;
  mark?: string;
  answer: Promise<T>;
}

/**
 * What Git hosts say of pull requests, as far as it is only shown: asked for once for all who look, again after a few
 * seconds, and at once where a webhook tells of something new. What is decided upon is asked for anew, not here.
 */
export class KnownPullRequests {
  static create(
    options: {
      /** Milliseconds since the epoch; default: the system's. */
      now?: () => number;
    } = {},
  ): KnownPullRequests {
    return new KnownPullRequests(options.now ?? Date.now);
  }

  private readonly lists = new LRUCache<string, Kept<Listing>>({
    max: MOST_KEPT,
  });
  private readonly reviews = new LRUCache<string, Kept<Review>>({
    max: MOST_KEPT,
  });

  private constructor(private readonly now: () => number) {}

  /** As `GitHost.find`. */
  async find(
    host: Pick<GitHost, 'find' | 'findSince'>,
    search: Search,
  ): Promise<Listing> {
    const { base, branches, repository } = search;
    const key = JSON.stringify([repository, base, Array.from(branches).sort()]);
    const kept = this.lists.get(key);
    const now = this.now();
    if (kept && now - kept.checkedAt < AGE_MILLISECONDS) {
      return kept.answer;
    }
    const found: Kept<Listing> = {
      repository,
      readAt: now,
      checkedAt: now,
      answer: this.refind(host, search, kept, () => found),
    };
    this.lists.set(key, found);
    return this.unlessFailed(this.lists, key, found);
  }

  /** As `GitHost.review`. */
  async review(
    host: Pick<GitHost, 'review'>,
    question: Question,
  ): Promise<Review> {
    const { pullRequest, repository } = question;
    const { head, number } = pullRequest;
    const key = JSON.stringify([repository, number, head.commit]);
    const kept = this.reviews.get(key);
    const now = this.now();
    if (kept && now - kept.readAt < AGE_MILLISECONDS) {
      return kept.answer;
    }
    const asked: Kept<Review> = {
      repository,
      readAt: now,
      checkedAt: now,
      answer: host.review(question),
    };
    this.reviews.set(key, asked);
    return this.unlessFailed(this.reviews, key, asked);
  }

  /** There may be something new in a repository. */
  forget(repository: PushedRepository): void {
    for (const kept of [this.lists, this.reviews]) {
      for (const [key, each] of kept.entries()) {
        if (isPushed(each.repository, repository)) {
          kept.delete(key);
        }
      }
    }
  }

  private async refind(
    host: Pick<GitHost, 'find' | 'findSince'>,
    search: Search,
    earlier: Kept<Listing> | undefined,
    into: () => Kept<Listing>,
  ): Promise<Listing> {
    if (!host.findSince) {
      return host.find(search);
    }
    const isRecent =
      earlier !== undefined &&
      this.now() - earlier.readAt < MOST_UNCHANGED_MILLISECONDS;
    const found = await host.findSince({
      ...search,
      mark: isRecent ? earlier.mark : undefined,
    });
    if (found.outcome !== 'found') {
      return found;
    }
    if (found.value.state === 'changed') {
      into().mark = found.value.mark;
      return { outcome: 'found', value: found.value.pullRequests };
    }
    if (!earlier) {
      return host.find(search);
    }
    into().mark = earlier.mark;
    into().readAt = earlier.readAt;
    return earlier.answer;
  }

  /** What failed is asked for again. */
  private async unlessFailed<T extends HostResult<unknown>>(
    among: LRUCache<string, Kept<T>>,
    key: string,
    kept: Kept<T>,
  ): Promise<T> {
    const forget = () => {
      if (among.peek(key) === kept) {
        among.delete(key);
      }
    };
    try {
      const answer = await kept.answer;
      if (answer.outcome !== 'found') {
        forget();
      }
      return answer;
    } catch (error) {
      forget();
      throw error;
    }
  }
}
