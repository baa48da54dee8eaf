import { AnalysisRunStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { AnalysisRunObject } from '../../objects/kinds/analysisRunObject';
import { analysisRunStatus } from './analysisRunStatus';
import { latestFirst } from '../../objects/latestFirst';
import { RolloutObject } from '../../objects/kinds/rolloutObject';

/** Runs that are reported: the controller keeps ten that have ended, and more if it is asked to. */
const MOST_RUNS = 10;

/** The analysis runs of a Rollout itself; those of its experiments are theirs. */
export function analysisRunStatuses(
  rollout: RolloutObject,
  runs: AnalysisRunObject[],
): AnalysisRunStatus[] {
  const current = currentRuns(rollout);
  return runs
    .map(run =>
      analysisRunStatus(run, {
        current: current.has(run.metadata.name),
        owner: 'rollout',
      }),
    )
    .sort(latestFirst(({ startedAt }) => startedAt))
    .slice(0, MOST_RUNS);
}

/** The names that the status refers to (`FilterCurrentRolloutAnalysisRuns`, argo-rollouts v1.10 utils/analysis/filter.go). */
function currentRuns({ status }: RolloutObject): Set<string> {
  const { blueGreen, canary } = status;
  return new Set(
    [
      canary?.currentStepAnalysisRunStatus,
      canary?.currentBackgroundAnalysisRunStatus,
      blueGreen?.prePromotionAnalysisRunStatus,
      blueGreen?.postPromotionAnalysisRunStatus,
    ].flatMap(run => run?.name ?? []),
  );
}
