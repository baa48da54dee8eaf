import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import {
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { errorOf } from '@progressive-delivery/engine';
import { GitHost } from '../gitHosts/GitHost';
import { HostResult, Refusal } from '../gitHosts/HostResult';
import { AskedQuestion, hostProblem } from './hostProblem';

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
 * @param question - `branch`: what is to be merged, where it is about one branch
 * @throws ConflictError where the branch is not as it was expected to be, and where its base holds the change already
 * @throws ServiceUnavailableError where it failed otherwise; says who lacks which permission where, as far as the host
 * tells
 */
export function foundOrThrow<T>(
  { account }: Pick<GitHost, 'account'>,
  question: AskedQuestion & { branch?: string },
  result: HostResult<T>,
): T {
  if (result.outcome === 'found') {
    return result.value;
  }
  const problem = hostProblem(result, account, question);
  if (result.outcome === 'refused' && isConflict(result.because)) {
    throw Object.assign(
      // It also says what the host said.
      new ConflictError(problem.text),
      { problem: conflictProblem(result.because, question) ?? problem },
    );
  }
  throw errorOf(ServiceUnavailableError, problem);
}

function isConflict(because: Refusal): because is keyof typeof CONFLICTS {
  return because in CONFLICTS;
}

function conflictProblem(
  because: keyof typeof CONFLICTS,
  { branch, repository }: { branch?: string; repository: string },
): Problem | undefined {
  return branch === undefined
    ? undefined
    : toMessage('problem', {
        id: CONFLICTS[because],
        parameters: { branch, repository },
      });
}
