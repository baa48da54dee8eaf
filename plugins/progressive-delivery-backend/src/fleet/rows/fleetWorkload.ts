import {
  FleetAttention,
  FleetWorkload,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { WorkloadTimes } from './workloadTimes';

/** What of a status a list of many tells. Nothing that the workload owns went into the status. */
export function fleetWorkload(
  status: RolloutStatus,
  place: Pick<FleetWorkload, 'target' | 'cluster'>,
  times: WorkloadTimes = {},
): FleetWorkload {
  const { aborted, failure, kind, message, name, namespace, unreadable } =
    status;
  const { phase, weight } = status;
  return {
    ...place,
    kind,
    namespace,
    name,
    attention: attentionOf(status, times),
    phase,
    aborted,
    failure,
    unreadable,
    message: unreadable?.text ?? message,
    step: stepOf(status),
    weight: phase === 'Healthy' ? undefined : weight?.set,
    waitsFor: waitOf(status),
    since: sinceOf(status, times),
    until: endOf(status),
  };
}

function attentionOf(
  status: RolloutStatus,
  { stalledSince }: WorkloadTimes,
): FleetAttention {
  const { aborted, observation, phase, unreadable } = status;
  if (unreadable) {
    return 'unknown';
  }
  if (aborted || phase === 'Degraded' || observation.state === 'silent') {
    return 'failing';
  }
  if (stalledSince !== undefined) {
    return 'stalled';
  }
  if (waitsForSomebody(status)) {
    return 'waiting';
  }
  if (phase === 'Unknown') {
    return 'unknown';
  }
  return phase === 'Healthy' && observation.state !== 'waiting'
    ? 'settled'
    : 'moving';
}

function waitsForSomebody({ pauses }: RolloutStatus): boolean {
  return pauses.some(({ until }) => until === undefined);
}

function stepOf({
  aborted,
  stepIndex,
  steps,
}: RolloutStatus): FleetWorkload['step'] {
  return aborted || stepIndex === undefined || stepIndex >= steps.length
    ? undefined
    : { number: stepIndex + 1, count: steps.length };
}

/** What cannot be told without the analyses and experiments that are not read is not told. */
function waitOf({ steps }: RolloutStatus): FleetWorkload['waitsFor'] {
  const current = steps.find(({ state }) => state === 'current');
  const wait = current?.waitsFor;
  return wait?.id === 'analysisStarted' || wait?.id === 'experimentStarted'
    ? undefined
    : wait;
}

function sinceOf(
  { abort, aborted, observation, pausedSince }: RolloutStatus,
  { phaseSince, stalledSince }: WorkloadTimes,
): string | undefined {
  if (observation.state === 'silent') {
    return observation.since;
  }
  return aborted ? abort?.at : stalledSince ?? pausedSince ?? phaseSince;
}

/** Where several hold it, it is over when the last of them is. */
function endOf(status: RolloutStatus): string | undefined {
  return waitsForSomebody(status)
    ? undefined
    : status.pauses
        .flatMap(({ until }) => until ?? [])
        .sort()
        .at(-1);
}
