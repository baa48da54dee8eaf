import { problemOf } from './problemOf';
import { toError } from './toError';

/**
 * Why there is no pull request after somebody asked for it.
 *
 * - `failed`: it can be tried again
 * - `conflict`: what was previewed is not there any more in that form, so a new preview is needed
 * - `obstructed`: something else has to be dealt with first, which no new preview does; `pullRequest`: where that is one
 */
export type SubmissionFailure =
  | { state: 'failed'; error: Error }
  | { state: 'conflict'; error: Error }
  | {
      state: 'obstructed';
      error: Error;
      pullRequest?: { number: number; url: string };
    };

/** What the backend's refusal to open a pull request means for whoever asked for it. */
export function submissionFailure(thrown: unknown): SubmissionFailure {
  const error = toError(thrown);
  const problem = problemOf(thrown);
  switch (problem?.id) {
    case 'switchChanged':
    case 'alreadySet':
    case 'alreadySetByMerge':
    case 'alreadySetByMergeOf':
    case 'nothingToMerge':
    case 'baseGone':
    case 'chartChanged':
    case 'chartRefused':
    case 'chartNotPreparable':
    case 'chartHasSwitch':
      return { state: 'conflict', error };
    case 'oppositeOpen':
    case 'openBeforeRenaming':
    case 'openOntoFormerName': {
      const { number, url } = problem.parameters;
      return { state: 'obstructed', error, pullRequest: { number, url } };
    }
    case 'branchOfOthers':
    case 'switchNotProposable':
      return { state: 'obstructed', error };
    default:
      return { state: 'failed', error };
  }
}
