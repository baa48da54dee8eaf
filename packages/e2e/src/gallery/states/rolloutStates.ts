import { GalleryState } from '../GalleryState';
import { RecordedStatuses } from '../wire/recordedStatuses';
import { streamOf, targetWith } from '../wire/targetWith';

/** Scenarios of one workload, and what a reviewer is to see. */
const RECORDED: Record<string, string> = {
  'deployment-healthy': 'A Deployment that is healthy',
  'deployment-degraded': 'A Deployment that is degraded',
  'recorded/step-1-paused': 'A canary that waits for somebody',
  'recorded/step-3-paused-for-an-hour': 'A canary that goes on by itself',
  'recorded/step-0-waiting-for-pods': 'A canary that waits for its pods',
  'every-step-kind': 'Steps of every kind',
  'recorded/all-steps-done': 'A canary that is through',
  'recorded/analysis-running': 'An analysis that runs',
  'recorded/analysis-failed-after-several-measurements':
    'An analysis that failed',
  'recorded/analysis-inconclusive': 'An analysis that is inconclusive',
  'recorded/background-analysis-running': 'An analysis in the background',
  'recorded/experiment-running': 'An experiment that runs',
  'recorded/experiment-failed': 'An experiment that failed',
  'recorded/blue-green-paused': 'Blue-green, waiting for somebody',
  'recorded/blue-green-promoted': 'Blue-green, promoted',
  'recorded/aborted-at-step-2': 'Aborted by somebody',
  'recorded/aborted-by-the-progress-deadline': 'Aborted by its deadline',
  'recorded/pods-crash': 'Pods that crash',
  'recorded/pods-unschedulable': 'Pods that no node takes',
  'recorded/pods-without-image': 'Pods whose image is missing',
  'recorded/pods-over-quota': 'Pods over a quota',
  'recorded/invalid-without-service': 'A spec that the controller refuses',
  'recorded/paused-by-spec': 'Paused by its spec',
  'recorded/absent-new-image': 'No controller acts on it',
  'recorded/routed-paused': 'Traffic that is routed',
  'recorded/header-route': 'A route by a header',
  'recorded/ping-pong-paused': 'Ping and pong',
  'recorded/plugin-running': 'A step of a plugin',
  'recorded/scaled-to-zero': 'Scaled to zero',
  'recorded/restarting': 'Restarting',
  'recorded/rolled-back-within-the-window': 'Rolled back',
  'recorded/workload-ref-paused': 'A pod template that is elsewhere',
  'recorded/initial-deploy': 'A first revision that comes up',
};

/** What is folded away until somebody asks for it. */
const OPENED: (Pick<GalleryState, 'id' | 'title' | 'shows'> & {
  scenario: keyof typeof RECORDED;
  button: RegExp;
})[] = [
  {
    id: 'opened-steps',
    title: 'Steps of a Rollout that is through them',
    scenario: 'recorded/all-steps-done',
    button: / steps$/,
    shows: 'Set weight to',
  },
  {
    id: 'opened-services',
    title: 'Services of a Rollout whose traffic is routed',
    scenario: 'recorded/routed-paused',
    button: / Services$/,
    shows: 'of the traffic',
  },
  {
    id: 'opened-pods',
    title: 'All pods of a Rollout some of which crash',
    scenario: 'recorded/pods-crash',
    button: /^\d+ pods$/,
    shows: 'Restarts',
  },
  {
    id: 'opened-events',
    title: 'Events of a Rollout whose pods crash',
    scenario: 'recorded/pods-crash',
    button: /^Events: |events?$/,
    shows: 'RolloutUpdated',
  },
  {
    id: 'opened-values',
    title: 'Values that an analysis has measured',
    scenario: 'recorded/analysis-failed-after-several-measurements',
    button: /^Values of /,
    shows: 'Result',
  },
];

export const rolloutScenarios = Object.keys(RECORDED);

const idOf = (scenario: string) => scenario.replace('recorded/', '');

/** A workload in each state that it can be in. */
export function rolloutStates(recorded: RecordedStatuses): GalleryState[] {
  const running = (scenario: string) => {
    const workloads = [recorded.status(scenario, 'web')];
    const target = targetWith(workloads);
    return {
      targets: { body: { targets: [target], unusable: [] } },
      rollouts: { body: streamOf([{ target, workloads }]) },
    };
  };
  return [
    ...Object.entries(RECORDED).map(([scenario, title]) => ({
      id: idOf(scenario),
      title,
      shows: 'web',
      ...running(scenario),
    })),
    ...OPENED.map(
      ({ button, scenario, ...state }): GalleryState => ({
        ...state,
        ...running(scenario),
        press: [{ role: 'button', name: button }],
      }),
    ),
    manyPods(recorded),
    revisionsWithCommits(recorded),
  ];
}

function manyPods(recorded: RecordedStatuses): GalleryState {
  const [revision, ...others] = recorded.status(
    'deployment-healthy',
    'web',
  ).revisions;
  const status = {
    ...recorded.status('deployment-healthy', 'web'),
    revisions: [
      {
        ...revision,
        pods: Array.from({ length: 500 }, (_, index) => ({
          ...revision.pods[0],
          name: `${revision.name}-${index.toString(36).padStart(5, 'x')}`,
        })),
      },
      ...others,
    ],
  };
  const target = targetWith([status]);
  return {
    id: 'opened-many-pods',
    title: 'All pods of a Deployment that has five hundred',
    shows: /^Show more pods/,
    targets: { body: { targets: [target], unusable: [] } },
    rollouts: { body: streamOf([{ target, workloads: [status] }]) },
    press: [{ role: 'button', name: /^500 pods$/ }],
  };
}

/** Revisions, newest first: how long ago each was made, and what is known of its commit. */
const COMMITS = [
  { minutesAgo: 5, commit: '3f2a1bc', author: 'Ada' },
  {
    minutesAgo: 1_600,
    commit: '9d04e57',
    author: 'Wolfeschlegelsteinhausenbergerdorff-Zimmermann',
  },
];

function revisionsWithCommits(recorded: RecordedStatuses): GalleryState {
  const recordedStatus = recorded.status('recorded/step-1-paused', 'web');
  const now = Date.now();
  const before = (minutes: number) =>
    new Date(now - minutes * 60_000).toISOString();
  const status = {
    ...recordedStatus,
    revisions: COMMITS.map(({ minutesAgo }, index) => ({
      ...recordedStatus.revisions[index],
      createdAt: before(minutesAgo),
    })),
  };
  const base = targetWith([status]);
  const target = targetWith([status], {
    application: base.application && {
      ...base.application,
      syncs: COMMITS.map(({ author, commit, minutesAgo }) => ({
        startedAt: before(minutesAgo),
        endedAt: before(minutesAgo),
        commit: commit.padEnd(40, '0'),
        author,
        committedAt: before(minutesAgo + 125),
        url: `https://git.example.com/shop/gitops/commit/${commit}`,
      })),
    },
  });
  return {
    id: 'revisions-with-commits',
    title:
      'Revisions with the commits that brought them, and the Kubernetes tab',
    shows: /^Commit 3f2a1bc/,
    annotations: {
      'argocd/app-name': 'web',
      'backstage.io/kubernetes-id': 'web',
    },
    targets: { body: { targets: [target], unusable: [] } },
    rollouts: { body: streamOf([{ target, workloads: [status] }]) },
  };
}
