import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import {
  ContentOf,
  ProposalNote,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { failureSentence } from './foundOrThrow';
import { GitHost, Reviewers } from './gitHosts/GitHost';
import { HostResult } from './gitHosts/HostResult';

type CompletingHost = Pick<GitHost, 'account' | 'addLabels' | 'requestReviews'>;

export interface PullRequestCompletion {
  repository: string;
  number: number;
  labels: string[];
  reviewers: Reviewers;
  /** Whether reviews are to be asked for, although nobody may be left for that. */
  reviewed: boolean;
}

/**
 * Labels a pull request that is open, and asks for reviews of it.
 *
 * @returns what of that did not work: never an error, because the pull request is open
 */
export async function completePullRequest(
  host: CompletingHost,
  completion: PullRequestCompletion,
  { logger }: { logger: LoggerService },
): Promise<ContentOf<ProposalNote>[]> {
  const attempt = async <T>(
    action: string,
    ask: () => Promise<HostResult<T>>,
  ): Promise<{ value: T } | { message: string }> => {
    const { number, repository } = completion;
    try {
      const result = await ask();
      return result.outcome === 'found'
        ? { value: result.value }
        : {
            message: failureSentence(result, host.account, {
              action,
              repository,
            }),
          };
    } catch (error) {
      assertError(error);
      logger.error(
        `Could not ${action} for pull request #${number} of ${repository}`,
        error,
      );
      return { message: error.message };
    }
  };
  // One after the other, as GitHub asks for it of what writes.
  const labels = await addLabels(host, completion, attempt);
  const reviews = await requestReviews(host, completion, attempt);
  return [labels, reviews].filter(each => each !== undefined);
}

type Attempt = <T>(
  action: string,
  ask: () => Promise<HostResult<T>>,
) => Promise<{ value: T } | { message: string }>;

async function addLabels(
  host: CompletingHost,
  { labels, number, repository }: PullRequestCompletion,
  attempt: Attempt,
): Promise<ContentOf<ProposalNote> | undefined> {
  if (labels.length === 0) {
    return undefined;
  }
  const added = await attempt('add labels', () =>
    host.addLabels({ repository, number, labels }),
  );
  if ('message' in added) {
    const { message } = added;
    return { id: 'labelsNotAdded', parameters: { labels, message } };
  }
  const there = new Set(added.value.map(each => each.toLowerCase()));
  const missing = labels.filter(each => !there.has(each.toLowerCase()));
  return missing.length > 0
    ? { id: 'labelsUnknown', parameters: { labels: missing } }
    : undefined;
}

async function requestReviews(
  host: CompletingHost,
  { number, repository, reviewed, reviewers }: PullRequestCompletion,
  attempt: Attempt,
): Promise<ContentOf<ProposalNote> | undefined> {
  const all = [...reviewers.people, ...reviewers.teams];
  if (all.length === 0) {
    return reviewed ? { id: 'noOtherReviewer', parameters: {} } : undefined;
  }
  const requested = await attempt('request reviews', () =>
    host.requestReviews({ repository, number, reviewers }),
  );
  return 'message' in requested
    ? {
        id: 'reviewsNotRequested',
        parameters: { reviewers: all, message: requested.message },
      }
    : undefined;
}
