import { GitHost, PullRequestReview } from '../GitHost';
import { HostResult } from '../HostResult';
import { GitlabApi } from './GitlabApi';
import {
  reviewersSchema,
  standingSchema,
  statusesSchema,
} from './gitlabPayloads';

/** The most that GitLab gives at once; the client would ask for all pages. */
const ONE_PAGE = { perPage: 100, maxPages: 1 };

/** How a merge request stands. Of those who approve of it, GitLab tells there who was asked to review it. */
export async function reviewOf(
  api: Pick<GitlabApi, 'ask'>,
  {
    pullRequest: { head, number },
    repository,
  }: Parameters<GitHost['review']>[0],
): Promise<HostResult<PullRequestReview>> {
  const [standing, reviewers, checks] = await Promise.all([
    api.ask(standingSchema, repository, ({ mergeRequests }, project) =>
      mergeRequests.show(project, number, {
        includeDivergedCommitsCount: true,
      }),
    ),
    api.ask(reviewersSchema, repository, ({ mergeRequests }, project) =>
      mergeRequests.showReviewers(project, number),
    ),
    api.ask(statusesSchema, repository, ({ commits }, project) =>
      commits.allStatuses(project, head.commit, { all: false, ...ONE_PAGE }),
    ),
  ]);
  if (standing.outcome !== 'found') {
    return standing;
  }
  if (reviewers.outcome !== 'found') {
    return reviewers;
  }
  if (checks.outcome !== 'found') {
    return checks;
  }
  return {
    outcome: 'found',
    value: { ...standing.value, ...reviewers.value, checks: checks.value },
  };
}
