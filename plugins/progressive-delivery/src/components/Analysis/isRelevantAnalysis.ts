import {
  AnalysisPhase,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** A run or an experiment, as far as this is concerned. */
interface Tried {
  current: boolean;
  phase: AnalysisPhase;
  revision?: number;
}

/**
 * Whether an analysis run or an experiment tells what a Rollout is doing or why it has failed: what it goes by now, until
 * that has succeeded, and after an abort what has failed of the aborted revision. The others are of earlier times.
 */
export function isRelevantAnalysis(
  { current, phase, revision }: Tried,
  { aborted, revisions }: Pick<RolloutStatus, 'aborted' | 'revisions'>,
): boolean {
  if (phase === 'Successful') {
    return false;
  }
  const isBad =
    phase === 'Failed' || phase === 'Error' || phase === 'Inconclusive';
  const latest = Math.max(...revisions.map(each => each.revision ?? 0));
  return current || (aborted && isBad && revision === latest);
}
