import {
  RevisionStatus,
  RolloutStatus,
  StatusPart,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { abortStatus } from './steps/abortStatus';
import { rolloutActions } from './actions/rolloutActions';
import { stateToAct } from './actions/stateToAct';
import { analysisRunStatuses } from './analyses/analysisRunStatuses';
import { canaryProgress } from './steps/canaryProgress';
import { LookingAt, rolloutObservation } from './controllerObservation';
import { doneNotBefore } from './steps/doneNotBefore';
import { failureOf } from './failure';
import { experimentStatuses } from './analyses/experimentStatuses';
import { OwnedObjects, unreadParts } from '../objects/ownedObjects';
import { ownedUids } from '../objects/ownedUids';
import { earliestOf, pauseStatuses } from './steps/pauseStatuses';
import { rolloutProgressDeadline } from './progressDeadline';
import { ReplicaSetObject } from '../objects/kinds/replicaSetObject';
import { revisionStatuses } from './pods/revisionStatuses';
import { RolloutObject } from '../objects/kinds/rolloutObject';
import { pastInvalidSpec } from './phase/pastInvalidSpec';
import { rolloutPhase } from './phase/rolloutPhase';
import { namedServices, serviceStatuses } from './serviceStatuses';
import { skippedFrom } from './steps/skippedFrom';
import { stepTimes } from './steps/stepTimes';
import { trafficRouters } from './trafficRouters';
import { waitsFor } from './steps/waitsFor';
import { workloadEvents } from './workloadEvents';

const PARTS: readonly StatusPart[] = [
  'replicaSets',
  'pods',
  'analysisRuns',
  'experiments',
  'events',
];

/**
 * What a person needs to know of a Rollout, as `kubectl argo rollouts get rollout` says it of the same objects
 * (argo-rollouts v1.10 pkg/kubectl-argo-rollouts/info). Not so: weights are always percent, an aborted canary without
 * steps has none, old ReplicaSets without pods are left out, and pods read as in `kubectl get pods`.
 */
export function rolloutStatus(
  rollout: RolloutObject,
  owned: OwnedObjects,
  looking: LookingAt,
): RolloutStatus {
  const { metadata, spec, status } = rollout;
  const { uid } = metadata;
  const replicaSets = owned.replicaSets?.(uid);
  const runs = owned.analysisRuns?.(uid);
  const experimentObjects = owned.experiments?.(uid);
  const revisions =
    replicaSets &&
    revisionStatuses({
      annotation: 'rollout.argoproj.io/revision',
      replicaSets,
      pods: owned.pods,
      roleOf: replicaSet => roleOf(rollout, replicaSet),
    });
  const phase = rolloutPhase(rollout);
  const hasServices = namedServices(rollout).length > 0;
  const pauses = pauseStatuses(rollout);
  const analysisRuns = runs && analysisRunStatuses(rollout, runs);
  const experiments =
    experimentObjects &&
    experimentStatuses(rollout, experimentObjects, owned.analysisRuns);
  const traces = {
    analysisRuns: runs ?? [],
    experiments: experimentObjects ?? [],
    events: owned.events?.(uid) ?? [],
  };
  const abort = abortStatus(rollout, traces);
  return {
    kind: 'Rollout',
    namespace: metadata.namespace,
    name: metadata.name,
    ...phase,
    strategy: isBlueGreen(rollout) ? 'blueGreen' : 'canary',
    trafficRouters: trafficRouters(rollout),
    workloadRef: workloadRef(rollout),
    observation: rolloutObservation(rollout, looking),
    unread: unreadParts(owned, hasServices ? [...PARTS, 'services'] : PARTS),
    pastInvalidSpec: pastInvalidSpec(rollout, phase),
    aborted: status.abort ?? false,
    abort,
    failure: failureOf(rollout, { abort, analysisRuns, experiments }),
    seen: stateToAct(rollout),
    actions: rolloutActions(rollout),
    pauses,
    pausedSince: phase.phase === 'Paused' ? earliestOf(pauses) : undefined,
    ...canaryProgress(rollout, {
      abort,
      revisions,
      skippedFrom: skippedFrom(rollout, traces),
      timesOf: stepTimes(rollout, traces.events),
      waitsFor: waitsFor(rollout, {
        analysisRuns,
        experiments,
        pauses,
        revisions,
      }),
    }),
    doneNotBefore: doneNotBefore(rollout, { experiments, pauses }),
    progressDeadline: rolloutProgressDeadline(rollout, replicaSets),
    replicas: {
      desired: spec.replicas,
      current: status.replicas,
      updated: status.updatedReplicas,
      ready: status.readyReplicas,
      available: status.availableReplicas,
    },
    revisions: revisions ?? [],
    analysisRuns,
    experiments,
    services: hasServices
      ? owned.services && serviceStatuses(rollout, owned.services, revisions)
      : [],
    events:
      owned.events && workloadEvents(uid, ownedUids(owned, uid), owned.events),
  };
}

/** Of the two strategies at once, which the controller refuses, the canary counts. */
function isBlueGreen({ spec }: RolloutObject): boolean {
  const { blueGreen, canary } = spec.strategy;
  return blueGreen !== undefined && canary === undefined;
}

/** `GetReplicaSetInfo`, argo-rollouts v1.10 pkg/kubectl-argo-rollouts/info/replicaset_info.go. */
function roleOf(
  rollout: RolloutObject,
  { metadata }: ReplicaSetObject,
): RevisionStatus['role'] {
  const { status } = rollout;
  const hash = metadata.labels?.['rollouts-pod-template-hash'];
  if (hash === undefined) {
    return 'old';
  }
  if (!isBlueGreen(rollout)) {
    if (hash === status.stableRS) {
      return 'stable';
    }
    return hash === status.currentPodHash ? 'canary' : 'old';
  }
  switch (hash) {
    case status.blueGreen?.activeSelector:
      return 'active';
    case status.blueGreen?.previewSelector:
      return 'preview';
    case status.stableRS:
      return 'stable';
    // Without a preview service nothing selects it, and yet it is what waits to be promoted.
    case status.currentPodHash:
      return 'preview';
    default:
      return 'old';
  }
}

function workloadRef({ spec }: RolloutObject): RolloutStatus['workloadRef'] {
  const { kind, name } = spec.workloadRef ?? {};
  return kind && name ? { kind, name } : undefined;
}
