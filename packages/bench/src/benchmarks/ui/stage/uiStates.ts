import {
  comparisonWith,
  documentPage,
  fleetOf,
  fleetRow,
  GalleryState,
  RecordedStatuses,
  scalerChange,
  streamOf,
  SWITCH,
  targetWith,
} from '@progressive-delivery/e2e';
import {
  DeliveryTargetSummary,
  PodStatus,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

const ANALYSIS = 'recorded/analysis-failed-after-several-measurements';
const PAUSED = 'recorded/step-1-paused';

/** Components that are shown, by what they are for. */
export interface UiStates {
  /** A component that nothing is shown of on its overview. */
  other: GalleryState;
  /** A Rollout with an analysis, and the preview of its way back. */
  analysis: GalleryState;
  /** A Rollout with so many pods. */
  pods: (count: number) => PodsState;
  /** So many Rollouts with three pods each. */
  workloads: (count: number) => PodsState;
  /** A preview in which so many documents differ. */
  documents: (count: number) => GalleryState;
  /** So many components. */
  fleet: (count: number) => GalleryState;
}

/** A state, of which one pod changes. */
export interface PodsState {
  state: GalleryState;
  /** Of the target whose first workload {@link PodsState.changed} is. */
  target: string;
  /** The first workload as it is after so many changes; its message tells how many: {@link changesMessage}. */
  changed: (changes: number) => RolloutStatus;
}

export function changesMessage(changes: number): string {
  return `changed ${changes} times`;
}

/** What the backend makes of objects that were recorded of the real controller, with as many pods as are wanted. */
export async function uiStates(): Promise<UiStates> {
  const recorded = await RecordedStatuses.of([ANALYSIS, PAUSED]);
  const ofAnalysis = recorded.status(ANALYSIS, 'web');
  const target = targetWith([ofAnalysis]);
  return {
    other: {
      id: 'other',
      title: 'A component that is not delivered',
      shows: 'About',
      annotations: {},
      targets: 'never',
    },
    analysis: {
      id: 'analysis',
      title: 'A Rollout with an analysis',
      shows: 'web',
      targets: { body: { targets: [target], unusable: [] } },
      rollouts: {
        body: streamOf([{ target, workloads: [ofAnalysis] }]),
      },
      comparison: { body: comparisonWith({ switch: SWITCH }) },
    },
    pods: count =>
      podsState(`pods-${count}`, [
        withPods(recorded.status(PAUSED, 'web'), count),
      ]),
    workloads: count =>
      podsState(
        `workloads-${count}`,
        Array.from({ length: count }, (_, index) =>
          withPods(recorded.status(PAUSED, `web-${index}`), 3),
        ),
      ),
    documents: count => documentsState(target, count),
    fleet: count => ({
      id: `fleet-${count}`,
      title: `${count} components`,
      shows: 'component-0',
      targets: 'never',
      fleet: {
        body: fleetOf(
          Array.from({ length: count }, (_, index) =>
            // All alike, so that each page has as much to show.
            fleetRow(`component-${index}`, 'waiting'),
          ),
        ),
      },
    }),
  };
}

function documentsState(
  target: DeliveryTargetSummary,
  count: number,
): GalleryState {
  const documents = Array.from({ length: count }, (_, index) =>
    scalerChange(`web-${index}`),
  );
  return {
    id: `documents-${count}`,
    title: `A preview of ${count} documents`,
    shows: 'web',
    targets: { body: { targets: [target], unusable: [] } },
    documents,
    comparison: {
      body: comparisonWith({
        switch: SWITCH,
        changed: count,
        ...documentPage(documents, new URLSearchParams()),
      }),
    },
  };
}

function podsState(id: string, workloads: RolloutStatus[]): PodsState {
  const target = targetWith(workloads);
  const [first] = workloads;
  return {
    target: target.id,
    changed: changes => ({
      ...withRestarts(first, changes),
      message: changesMessage(changes),
    }),
    state: {
      id,
      title: id,
      shows: first.name,
      targets: { body: { targets: [target], unusable: [] } },
      rollouts: { body: streamOf([{ target, workloads }]) },
    },
  };
}

/** As recorded, but with so many pods of its first revision. */
function withPods(status: RolloutStatus, count: number): RolloutStatus {
  const [
    {
      pods: [pod],
      ...revision
    },
    ...others
  ] = status.revisions;
  return {
    ...status,
    replicas: {
      desired: count,
      current: count,
      updated: count,
      ready: count,
      available: count,
    },
    revisions: [
      {
        ...revision,
        desired: count,
        ready: count,
        available: count,
        pods: Array.from({ length: count }, (_, index) => ({
          ...pod,
          name: `${revision.name}-${index}`,
        })),
      },
      ...others,
    ],
  };
}

/** One of its pods is not ready after each odd change, and has restarted as often as it became ready again. */
function withRestarts(status: RolloutStatus, changes: number): RolloutStatus {
  const isReady = changes % 2 === 0;
  const [
    {
      pods: [pod, ...otherPods],
      ...revision
    },
    ...others
  ] = status.revisions;
  const changed: PodStatus = {
    ...pod,
    ready: isReady,
    restarts: Math.floor(changes / 2),
    ...(!isReady && { status: 'CrashLoopBackOff' }),
  };
  const ready = revision.ready - (isReady ? 0 : 1);
  return {
    ...status,
    replicas: { ...status.replicas, ready, available: ready },
    revisions: [
      { ...revision, ready, available: ready, pods: [changed, ...otherPods] },
      ...others,
    ],
  };
}
