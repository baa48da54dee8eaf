import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import {
  ContentOf,
  Problem,
  ProposalNote,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemOf } from '@progressive-delivery/engine';
import { hostProblem, HostQuestionId } from '../pullRequests/hostProblem';
import { GitHost, PullRequest, Reviewers } from '../gitHosts/GitHost';
import { HostResult } from '../gitHosts/HostResult';
import {
  Completion,
  outstandingIn,
  withOutstanding,
} from '../text/outstanding';

type CompletingHost = Pick<
  GitHost,
  'account' | 'addLabels' | 'requestReviews' | 'update'
>;

export interface PullRequestCompletion {
  repository: string;
  pullRequest: Pick<PullRequest, 'body' | 'number'>;
  /** What of the following is to be done. */
  outstanding: readonly Completion[];
  labels: string[];
  reviewers: Reviewers;
}

type Note = ContentOf<ProposalNote>;

type Attempt = <T>(
  question: HostQuestionId,
  ask: () => Promise<HostResult<T>>,
) => Promise<{ value: T } | { message: Problem }>;

const complete: Record<
  Completion,
  (
    host: CompletingHost,
    completion: PullRequestCompletion,
    attempt: Attempt,
  ) => Promise<Note | undefined>
> = {
  async labels(host, { labels, pullRequest, repository }, attempt) {
    const { number } = pullRequest;
    const added = await attempt('addLabels', () =>
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
  },

  async reviews(host, { pullRequest, repository, reviewers }, attempt) {
    const { number } = pullRequest;
    const requested = await attempt('requestReviews', () =>
      host.requestReviews({ repository, number, reviewers }),
    );
    return 'message' in requested
      ? {
          id: 'reviewsNotRequested',
          parameters: {
            reviewers: [...reviewers.people, ...reviewers.teams],
            message: requested.message,
          },
        }
      : undefined;
  },
};

/** What configuration wants to be done to a pull request once it is open. */
export function wantedCompletions({
  labels,
  reviewers: { people, teams },
}: Pick<PullRequestCompletion, 'labels' | 'reviewers'>): Completion[] {
  return [
    ...(labels.length > 0 ? (['labels'] as const) : []),
    ...(people.length + teams.length > 0 ? (['reviews'] as const) : []),
  ];
}

/**
 * Labels a pull request that is open, and asks for reviews of it. Its body then says what of that the Git host has not
 * done.
 *
 * @returns what of that did not work, and what is left to do: never an error, because the pull request is open
 */
export async function completePullRequest(
  host: CompletingHost,
  completion: PullRequestCompletion,
  { logger }: { logger: LoggerService },
): Promise<{ notes: Note[]; left: Completion[] }> {
  const { outstanding, pullRequest, repository } = completion;
  const { body, number } = pullRequest;
  const attempt: Attempt = async (question, ask) => {
    try {
      const result = await ask();
      return result.outcome === 'found'
        ? { value: result.value }
        : {
            message: hostProblem(result, host.account, {
              question,
              repository,
            }),
          };
    } catch (error) {
      assertError(error);
      const { text } = toMessage('hostQuestion', {
        id: question,
        parameters: {},
      });
      logger.error(
        `Could not ${text} for pull request #${number} of ${repository}`,
        error,
      );
      return { message: problemOf(error) };
    }
  };
  const notes: Note[] = [];
  const left: Completion[] = [];
  // One after the other, as GitHub asks for it of what writes.
  for (const each of outstanding) {
    const note = await complete[each](host, completion, attempt);
    if (note) {
      notes.push(note);
    }
    if (note && note.id !== 'labelsUnknown') {
      left.push(each);
    }
  }
  if (outstandingIn(body).join() !== left.join()) {
    const updated = await attempt('changePullRequests', () =>
      host.update({ repository, number, body: withOutstanding(body, left) }),
    );
    if ('message' in updated) {
      logger.warn(
        `Pull request #${number} of ${repository} still says that ${outstanding.join(
          ' and ',
        )} are to be added: ${updated.message.text}`,
      );
    }
  }
  return { notes, left };
}
