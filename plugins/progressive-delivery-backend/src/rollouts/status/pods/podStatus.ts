import { PodStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { secondsAfter } from '../../objects/duration';
import { ContainerStatus, PodObject } from '../../objects/kinds/podObject';
import { podProblem } from './podProblem';

/**
 * A pod as `kubectl get pods` shows it, and what is wrong with it. One that is being removed is not ready, whatever its
 * containers say.
 *
 * @param minReadySeconds - for how long it has to be ready to count as available
 */
export function podStatus(pod: PodObject, minReadySeconds: number): PodStatus {
  const { name, creationTimestamp, deletionTimestamp } = pod.metadata;
  const readyCondition = pod.status.conditions.find(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
  const ready = readyCondition !== undefined && deletionTimestamp === undefined;
  const told = statusOf(pod);
  return {
    name,
    ...told,
    ready,
    createdAt: creationTimestamp,
    availableAt: ready
      ? secondsAfter(readyCondition.lastTransitionTime, minReadySeconds)
      : undefined,
    problem: podProblem(pod, { ...told, ready }),
  };
}

/** Status and restarts, as `printPod` tells them (Kubernetes v1.37 pkg/printers/internalversion/printers.go). */
function statusOf(pod: PodObject): Pick<PodStatus, 'status' | 'restarts'> {
  const { status } = pod;
  let told: Pick<PodStatus, 'status' | 'restarts'> = {
    status: status.reason ?? status.phase ?? 'Unknown',
    restarts: 0,
  };
  if (
    status.conditions.some(
      ({ type, reason }) =>
        type === 'PodScheduled' && reason === 'SchedulingGated',
    )
  ) {
    told.status = 'SchedulingGated';
  }
  const initialization = initializing(pod);
  if (initialization) {
    told = initialization;
  }
  if (!initialization || isTrue(pod, 'Initialized')) {
    told = running(pod, told.status);
  }
  if (pod.metadata.deletionTimestamp !== undefined) {
    if (status.reason === 'NodeLost') {
      told.status = 'Unknown';
    } else if (status.phase !== 'Succeeded' && status.phase !== 'Failed') {
      told.status = 'Terminating';
    }
  }
  return told;
}

/** What the first init container that is not done says; `undefined` where all are. */
function initializing({
  spec,
  status,
}: PodObject): Pick<PodStatus, 'status' | 'restarts'> | undefined {
  let restarts = 0;
  for (const [index, container] of status.initContainerStatuses.entries()) {
    const { terminated, waiting } = container.state;
    restarts += container.restartCount;
    const done =
      terminated?.exitCode === 0 ||
      (isSidecar(spec, container) && container.started);
    if (done) {
      continue;
    }
    if (terminated) {
      return { status: `Init:${endOf(terminated)}`, restarts };
    }
    if (waiting?.reason && waiting.reason !== 'PodInitializing') {
      return { status: `Init:${waiting.reason}`, restarts };
    }
    return {
      status: `Init:${index}/${spec.initContainers.length}`,
      restarts,
    };
  }
  return undefined;
}

/** What the containers say; of several that do not run, the first. */
function running(
  pod: PodObject,
  before: string,
): Pick<PodStatus, 'status' | 'restarts'> {
  const { spec, status } = pod;
  let told = before;
  let failure: string | undefined;
  let runs = false;
  let restarts = 0;
  for (const container of status.initContainerStatuses) {
    if (isSidecar(spec, container)) {
      restarts += container.restartCount;
    }
  }
  for (const container of [...status.containerStatuses].reverse()) {
    const { running: runningState, terminated, waiting } = container.state;
    restarts += container.restartCount;
    if (waiting?.reason) {
      told = waiting.reason;
    } else if (terminated) {
      told = endOf(terminated);
      failure = terminated.exitCode === 0 ? failure : told;
    } else if (container.ready && runningState) {
      runs = true;
    }
  }
  if (told === 'Completed') {
    if (runs && isTrue(pod, 'Ready')) {
      told = 'Running';
    } else if (failure) {
      told = failure;
    } else if (runs) {
      told = 'NotReady';
    }
  }
  return { status: told, restarts };
}

function endOf({
  exitCode,
  reason,
  signal,
}: NonNullable<ContainerStatus['state']['terminated']>): string {
  return reason ?? (signal ? `Signal:${signal}` : `ExitCode:${exitCode}`);
}

/** An init container that goes on running beside the others. */
function isSidecar(
  spec: PodObject['spec'],
  { name }: ContainerStatus,
): boolean {
  return (
    spec.initContainers.find(container => container.name === name)
      ?.restartPolicy === 'Always'
  );
}

function isTrue({ status }: PodObject, type: string): boolean {
  return status.conditions.some(
    each => each.type === type && each.status === 'True',
  );
}
