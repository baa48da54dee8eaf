import {
  AnalysisRunStatus,
  ExperimentStatus,
  PauseStatus,
  RevisionStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { currentStep } from './canaryProgress';
import { CanaryStep } from '../../objects/canaryStep';
import { RolloutObject } from '../../objects/rolloutObject';
import { isInvalid, isObserved } from '../phase/rolloutPhase';

/** What is told of all that a step can wait for; `undefined` where it could not be read. */
interface Known {
  analysisRuns: AnalysisRunStatus[] | undefined;
  experiments: ExperimentStatus[] | undefined;
  pauses: PauseStatus[];
  revisions: RevisionStatus[] | undefined;
}

/**
 * What has to happen before a canary leaves the step that it is at (`completedCurrentCanaryStep`, argo-rollouts v1.10
 * rollout/canary.go); absent where it is at none.
 */
export function waitsFor(
  rollout: RolloutObject,
  known: Known,
): string | undefined {
  const { spec, status } = rollout;
  const step = currentStep(rollout);
  if (!step || status.abort) {
    return undefined;
  }
  if (!isObserved(rollout)) {
    return 'the controller to see the latest spec';
  }
  if (isInvalid(rollout)) {
    return 'its spec to be mended';
  }
  if (spec.paused) {
    return 'somebody to unpause it (spec.paused)';
  }
  const inconclusive = known.pauses.find(({ reason }) =>
    reason.startsWith('Inconclusive'),
  );
  if (inconclusive) {
    return `somebody to judge an inconclusive ${
      inconclusive.reason === 'InconclusiveExperiment'
        ? 'experiment'
        : 'analysis'
    }`;
  }
  if (status.abortedAt !== undefined) {
    return 'the controller to begin anew after it was retried';
  }
  if (status.controllerPause && status.pauseConditions.length === 0) {
    return 'the controller to go on after it was promoted';
  }
  return ofStep(step, rollout, known);
}

function ofStep(
  step: CanaryStep,
  rollout: RolloutObject,
  known: Known,
): string | undefined {
  switch (step.type) {
    case 'pause':
      return step.duration === undefined
        ? 'somebody to promote it'
        : 'its pause to be over';
    case 'setWeight':
    case 'setCanaryScale':
      return pods(rollout, known.revisions);
    case 'analysis':
      return analysis(known.analysisRuns);
    case 'experiment':
      return experiment(known.experiments);
    case 'plugin':
      return plugin(rollout);
    case 'setHeaderRoute':
    case 'setMirrorRoute':
      return 'the traffic router to take the route over';
    case 'unknown':
      return undefined;
    default:
      return step satisfies never;
  }
}

function pods(
  { status }: RolloutObject,
  revisions: RevisionStatus[] | undefined,
): string | undefined {
  const canary = revisions?.find(({ role }) => role === 'canary');
  const missing = canary ? canary.desired - canary.available : 0;
  if (canary && missing > 0) {
    return `${missing} more ${
      missing === 1 ? 'pod' : 'pods'
    } of the canary to be available (${canary.available} of ${canary.desired})`;
  }
  if (status.canary?.weights?.verified === false) {
    return 'the traffic router to confirm the weight';
  }
  return revisions && 'as many pods of each revision as it wants';
}

function analysis(runs: AnalysisRunStatus[] = []): string {
  const run = runs.find(({ current, kind }) => current && kind === 'step');
  if (!run) {
    return 'its analysis to be started';
  }
  const open = run.metrics.filter(
    ({ phase }) => phase === 'Pending' || phase === 'Running',
  );
  return `analysis run ${run.name} to succeed${
    open.length > 0
      ? ` (${open
          .map(({ counts, name, wanted }) =>
            wanted === undefined
              ? name
              : `${name}: ${counts.measured} of ${wanted} measurements`,
          )
          .join(', ')})`
      : ''
  }`;
}

function experiment(experiments: ExperimentStatus[] = []): string {
  const running = experiments.find(({ current }) => current);
  if (!running) {
    return 'its experiment to be started';
  }
  const starting = running.templates.filter(
    ({ available, desired }) => available < desired,
  );
  return starting.length > 0 && running.availableAt === undefined
    ? `the pods of ${starting
        .map(({ name }) => name)
        .join(' and ')} of experiment ${running.name} to be available`
    : `experiment ${running.name} to succeed`;
}

function plugin({ status }: RolloutObject): string {
  const told = status.canary?.stepPluginStatuses.find(
    ({ index, operation }) =>
      index === (status.currentStepIndex ?? 0) && operation === 'Run',
  );
  return told?.message
    ? `its plugin to succeed: ${told.message}`
    : 'its plugin to succeed';
}
