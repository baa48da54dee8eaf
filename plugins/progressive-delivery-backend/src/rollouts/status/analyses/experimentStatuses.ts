import {
  ExperimentStatus,
  ExperimentTemplateStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { analysisPhase, isCompleted } from './analysisPhase';
import { AnalysisRunObject } from '../../objects/kinds/analysisRunObject';
import { analysisRunStatus } from './analysisRunStatus';
import { durationSeconds, secondsAfter } from '../../objects/duration';
import { ExperimentObject } from '../../objects/kinds/experimentObject';
import { latestFirst } from '../../objects/latestFirst';
import { Owned } from '../../objects/ownedObjects';
import { revisionNumber } from '../../objects/revisionNumber';
import { RolloutObject } from '../../objects/kinds/rolloutObject';

/** Experiments that are reported. */
const MOST_EXPERIMENTS = 5;

/**
 * The experiments of a Rollout.
 *
 * @param analysisRuns - those of an experiment; `undefined` where they could not be read
 */
export function experimentStatuses(
  rollout: RolloutObject,
  experiments: ExperimentObject[],
  analysisRuns: Owned<AnalysisRunObject> | undefined,
): ExperimentStatus[] {
  const current = rollout.status.canary?.currentExperiment;
  return experiments
    .map(experiment =>
      experimentStatus(rollout, experiment, {
        current: experiment.metadata.name === current,
        analysisRuns: analysisRuns?.(experiment.metadata.uid),
      }),
    )
    .sort(latestFirst(({ createdAt }) => createdAt))
    .slice(0, MOST_EXPERIMENTS);
}

function experimentStatus(
  rollout: RolloutObject,
  experiment: ExperimentObject,
  {
    analysisRuns,
    current,
  }: { analysisRuns: AnalysisRunObject[] | undefined; current: boolean },
): ExperimentStatus {
  const { metadata, spec, status } = experiment;
  const phase = analysisPhase(status.phase);
  const seconds = spec.duration && durationSeconds(spec.duration);
  const running = !isCompleted(phase);
  return {
    name: metadata.name,
    current,
    revision: revisionNumber(
      metadata.annotations?.['rollout.argoproj.io/revision'],
    ),
    stepIndex: experimentStepIndex(rollout, experiment),
    phase,
    message: status.message,
    createdAt: metadata.creationTimestamp,
    availableAt: status.availableAt,
    until:
      running && typeof seconds === 'number'
        ? secondsAfter(status.availableAt, seconds)
        : undefined,
    templates: templateStatuses(experiment),
    analysisRuns: analysisRuns
      ?.map(run =>
        analysisRunStatus(run, {
          current: current && running,
          owner: 'experiment',
        }),
      )
      .sort(latestFirst(({ startedAt }) => startedAt)),
  };
}

/**
 * The step that an experiment is of, which only its name tells: `<rollout>-<hash>-<revision>-<step>`, and another number
 * where that name was taken (`GetExperimentFromTemplate`, argo-rollouts v1.10 rollout/experiment.go).
 */
export function experimentStepIndex(
  rollout: RolloutObject,
  { metadata }: ExperimentObject,
): number | undefined {
  const revision = metadata.annotations?.['rollout.argoproj.io/revision'];
  const prefix = `${rollout.metadata.name}-`;
  if (revision === undefined || !metadata.name.startsWith(prefix)) {
    return undefined;
  }
  const [, ofRevision, step] =
    /^[^-]+-(\d+)-(\d+)(?:-\d+)?$/.exec(metadata.name.slice(prefix.length)) ??
    [];
  return ofRevision === revision ? Number(step) : undefined;
}

function templateStatuses({
  spec,
  status,
}: ExperimentObject): ExperimentTemplateStatus[] {
  return spec.templates.map(({ name, replicas }) => {
    const template = status.templateStatuses.find(each => each.name === name);
    return {
      name,
      status: template?.status,
      message: template?.message,
      podHash: template?.podTemplateHash,
      service: template?.serviceName,
      desired: replicas,
      ready: template?.readyReplicas ?? 0,
      available: template?.availableReplicas ?? 0,
    };
  });
}
