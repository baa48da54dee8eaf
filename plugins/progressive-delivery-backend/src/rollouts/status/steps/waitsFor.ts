import {
  AnalysisRunStatus,
  ContentOf,
  ExperimentStatus,
  PauseStatus,
  RevisionStatus,
  toMessage,
  Wait,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { currentStep } from './canaryProgress';
import { CanaryStep } from '../../objects/kinds/canaryStep';
import { RolloutObject } from '../../objects/kinds/rolloutObject';
import { isInvalid, isObserved } from '../phase/rolloutPhase';

type WaitContent = ContentOf<Wait>;

/** What is known of all that a step can wait for; `undefined` where it could not be read. */
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
): Wait | undefined {
  const wait = waitOf(rollout, known);
  return wait && toMessage('wait', wait);
}

function waitOf(rollout: RolloutObject, known: Known): WaitContent | undefined {
  const { spec, status } = rollout;
  const step = currentStep(rollout);
  if (!step || status.abort) {
    return undefined;
  }
  if (!isObserved(rollout)) {
    return { id: 'specObserved', parameters: {} };
  }
  if (isInvalid(rollout)) {
    return { id: 'validSpec', parameters: {} };
  }
  if (spec.paused) {
    return { id: 'unpause', parameters: {} };
  }
  const inconclusive = known.pauses.find(({ reason }) =>
    reason.startsWith('Inconclusive'),
  );
  if (inconclusive) {
    return {
      id:
        inconclusive.reason === 'InconclusiveExperiment'
          ? 'inconclusiveExperiment'
          : 'inconclusiveAnalysis',
      parameters: {},
    };
  }
  if (status.abortedAt !== undefined) {
    return { id: 'retryObserved', parameters: {} };
  }
  if (status.controllerPause && status.pauseConditions.length === 0) {
    return { id: 'promotionObserved', parameters: {} };
  }
  return ofStep(step, rollout, known);
}

function ofStep(
  step: CanaryStep,
  rollout: RolloutObject,
  known: Known,
): WaitContent | undefined {
  switch (step.type) {
    case 'pause':
      return {
        id: step.duration === undefined ? 'promotion' : 'pauseEnd',
        parameters: {},
      };
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
      return { id: 'routeSet', parameters: {} };
    case 'unknown':
      return undefined;
    default:
      return step satisfies never;
  }
}

function pods(
  { status }: RolloutObject,
  revisions: RevisionStatus[] | undefined,
): WaitContent | undefined {
  const canary = revisions?.find(({ role }) => role === 'canary');
  const missing = canary ? canary.desired - canary.available : 0;
  if (canary && missing > 0) {
    const { available, desired, role } = canary;
    return {
      id: 'podsAvailable',
      parameters: { count: missing, role, available, desired },
    };
  }
  if (status.canary?.weights?.verified === false) {
    return { id: 'weightVerified', parameters: {} };
  }
  return revisions && { id: 'replicasScaled', parameters: {} };
}

function analysis(runs: AnalysisRunStatus[] = []): WaitContent {
  const run = runs.find(({ current, kind }) => current && kind === 'step');
  if (!run) {
    return { id: 'analysisStarted', parameters: {} };
  }
  const { name } = run;
  const metrics = run.metrics
    .filter(({ phase }) => phase === 'Pending' || phase === 'Running')
    .map(each =>
      each.wanted === undefined
        ? each.name
        : `${each.name}: ${each.counts.measured}/${each.wanted}`,
    );
  return metrics.length > 0
    ? { id: 'analysisMeasuring', parameters: { name, metrics } }
    : { id: 'analysis', parameters: { name } };
}

function experiment(experiments: ExperimentStatus[] = []): WaitContent {
  const running = experiments.find(({ current }) => current);
  if (!running) {
    return { id: 'experimentStarted', parameters: {} };
  }
  const { name } = running;
  const templates = running.templates
    .filter(({ available, desired }) => available < desired)
    .map(template => template.name);
  return templates.length > 0 && running.availableAt === undefined
    ? { id: 'experimentPods', parameters: { name, templates } }
    : { id: 'experiment', parameters: { name } };
}

function plugin({ status }: RolloutObject): WaitContent {
  const running = status.canary?.stepPluginStatuses.find(
    ({ index, operation }) =>
      index === (status.currentStepIndex ?? 0) && operation === 'Run',
  );
  return running?.message
    ? { id: 'pluginSaying', parameters: { message: running.message } }
    : { id: 'plugin', parameters: {} };
}
