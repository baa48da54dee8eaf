import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import {
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { GitHost, HostAccount } from '../gitHosts/GitHost';
import { HostFailure, HostResult, Refusal } from '../gitHosts/HostResult';

/** What a Git host was asked, in words for the sentence about a failure. */
export interface HostQuestion {
  /** As in "may not open a pull request". */
  action: string;
  repository: string;
  /** What is to be merged. Default: it is not about one branch. */
  branch?: string;
}

/** Refusals because of what somebody else does at the same time. */
const CONFLICTS = {
  noCommits: 'nothingToMerge',
  branchMissing: 'branchMissing',
  branchMoved: 'branchMoved',
  exists: 'pullRequestExists',
} as const satisfies Partial<Record<Refusal, Problem['id']>>;

/**
 * The value that a Git host found. Its refusals are answers to us, not to the person who asks, so they are no 401, 403
 * or 404 of ours.
 *
 * @throws ConflictError where the branch is not as it was expected to be, and where its base holds the change already;
 * says so as a `problem`, too
 * @throws ServiceUnavailableError where it failed otherwise; says who lacks which permission where, as far as the host
 * tells
 */
export function foundOrThrow<T>(
  { account }: Pick<GitHost, 'account'>,
  question: HostQuestion,
  result: HostResult<T>,
): T {
  if (result.outcome === 'found') {
    return result.value;
  }
  const message = failureSentence(result, account, question);
  if (result.outcome === 'refused' && isConflict(result.because)) {
    throw Object.assign(
      // It also says what the host said.
      new ConflictError(message),
      conflictProblem(result.because, question),
    );
  }
  throw new ServiceUnavailableError(message);
}

function isConflict(because: Refusal): because is keyof typeof CONFLICTS {
  return because in CONFLICTS;
}

function conflictProblem(
  because: keyof typeof CONFLICTS,
  { branch, repository }: HostQuestion,
): { problem?: Problem } {
  return branch === undefined
    ? {}
    : {
        problem: toMessage('problem', {
          id: CONFLICTS[because],
          parameters: { branch, repository },
        }),
      };
}

/** What a Git host did not do, who lacks which permission where, and what it said about it. */
export function failureSentence(
  failure: HostFailure,
  account: HostAccount,
  question: HostQuestion,
): string {
  const said = failure.said
    ? ` (${account.product} said: ${failure.said})`
    : '';
  return `${sentence(failure, account, question)}${said}`;
}

function sentence(
  failure: HostFailure,
  { adding, host, integration, name, needs, product, replacing }: HostAccount,
  { action, repository }: HostQuestion,
): string {
  const { outcome } = failure;
  switch (outcome) {
    case 'unauthorized':
      return failure.because === 'missing'
        ? `There are no credentials for ${repository} in ${integration}: ${adding}`
        : `${product} at ${host} does not accept the credentials in ${integration}: ${replacing}`;
    case 'forbidden':
      return `The ${name} may not ${action} in ${repository}: give it ${
        failure.needs ?? needs
      }`;
    case 'notFound':
      return `${product} at ${host} could not ${action} in ${repository}: the repository does not exist, its pull requests are disabled, or the ${name} has no access to it`;
    case 'rateLimited':
      return `${product} at ${host} has had too many requests of the ${name} to ${action} in ${repository}: try again after ${failure.until}`;
    case 'unavailable':
      return `${product} at ${host} ${failure.because} when asked to ${action} in ${repository}`;
    case 'refused':
      return `${product} at ${host} refused to ${action} in ${repository}: ${refusal(
        failure.because,
      )}`;
    default:
      return outcome satisfies never;
  }
}

function refusal(because: Refusal): string {
  switch (because) {
    case 'archived':
      return 'the repository is archived, so unarchive it, or deliver from another repository';
    case 'branchMissing':
      return 'the branch was deleted in the meantime, so try again';
    case 'branchMoved':
      return 'the branch was changed by somebody else in the meantime, so try again';
    case 'exists':
      return 'a pull request for that branch is open already';
    case 'noDrafts':
      return 'it has no drafts there, so do not ask for one';
    case 'noTeams':
      return 'it asks people for reviews, not groups';
    case 'noReviewers':
      return 'not all of them can be asked: reviewers must be members of the project, and without a licence for more there is one';
    case 'noCommits':
      return 'its base holds that change already';
    case 'rule':
      return 'a rule, a hook or a branch protection does not permit it, so let the account make branches with that name';
    case 'unsigned':
      return 'the repository takes signed commits only: exempt branches with that name, or use a GitHub App, whose commits GitHub signs';
    case 'other':
      return 'its rules do not permit it';
    default:
      return because satisfies never;
  }
}
