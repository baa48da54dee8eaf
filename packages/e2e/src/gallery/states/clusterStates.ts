import { GalleryState } from '../GalleryState';
import { answer } from '../wire/answer';
import { RecordedStatuses } from '../wire/recordedStatuses';
import { problem, streamOf, SWITCH, targetWith } from '../wire/targetWith';

const DEPLOYMENT = 'deployment-healthy';
const HEALTHY = 'recorded/healthy-first-revision';
const PAUSED = 'recorded/step-1-paused';

export const clusterScenarios = [DEPLOYMENT, HEALTHY, PAUSED];

/** Delivery targets of which clusters do not tell everything. */
export function clusterStates(recorded: RecordedStatuses): GalleryState[] {
  const deployment = recorded.status(DEPLOYMENT, 'web');
  const healthy = recorded.status(HEALTHY, 'web');
  const paused = recorded.status(PAUSED, 'web');
  const on = targetWith([healthy]);
  const withoutLive = targetWith([deployment], {
    live: { state: 'incomplete' },
    workloads: [
      {
        namespace: 'shop',
        name: 'web',
        kindInGit: 'Deployment',
        kindsLive: [],
        switch: SWITCH,
      },
    ],
  });
  const nothingLive: typeof withoutLive = {
    ...withoutLive,
    live: { state: 'done' },
  };
  const worker = { ...deployment, name: 'web-worker' };
  const both = targetWith([healthy, worker], { live: { state: 'incomplete' } });
  const withoutDefinition = {
    ...both,
    workloads: both.workloads.map(each => ({
      ...each,
      kindsLive: each.name === worker.name ? each.kindsLive : [],
    })),
  };
  const broken = (
    id: string,
    title: string,
    problems: ReturnType<typeof problem>[],
  ): GalleryState => ({
    id,
    title,
    shows: 'shop',
    targets: answer({ targets: [withoutLive], unusable: [] }),
    rollouts: answer(streamOf([{ target: withoutLive, problems }])),
  });
  const listed = {
    cluster: 'production',
    namespace: 'shop',
    resource: 'rollouts.argoproj.io',
  };
  return [
    {
      id: 'nothing-runs',
      title: 'Nothing is deployed',
      shows: 'shop',
      targets: answer({ targets: [nothingLive], unusable: [] }),
      rollouts: answer(
        streamOf([
          {
            target: nothingLive,
            problems: [
              problem({
                id: 'nothingOfApplication',
                parameters: {
                  application: 'web',
                  workloads: ['Deployment web'],
                },
              }),
            ],
          },
        ]),
      ),
    },
    {
      id: 'no-definition',
      title: 'A cluster without Argo Rollouts, and a Rollout in Git',
      shows: 'web-worker',
      targets: answer({ targets: [withoutDefinition], unusable: [] }),
      rollouts: answer(
        streamOf([
          {
            target: withoutDefinition,
            workloads: [worker],
            problems: [
              problem({
                id: 'kindMissing',
                parameters: {
                  cluster: 'production',
                  resource: 'rollouts.argoproj.io',
                },
              }),
            ],
          },
        ]),
      ),
    },
    broken('cluster-forbidden', 'A cluster that may not be read', [
      problem({
        id: 'forbidden',
        parameters: {
          ...listed,
          verb: 'list',
          required: ['get', 'list', 'watch'],
          message:
            'rollouts.argoproj.io is forbidden: User "system:serviceaccount:backstage:reader" cannot list resource "rollouts" in API group "argoproj.io" in the namespace "shop"',
        },
      }),
    ]),
    broken('cluster-unreachable', 'A cluster that cannot be reached', [
      problem({
        id: 'clusterUnreachable',
        parameters: {
          cluster: 'production',
          message: 'connect ECONNREFUSED 10.0.0.7:6443',
        },
      }),
    ]),
    {
      id: 'stale',
      title: 'What was known before the watch broke',
      shows: 'web',
      targets: answer({ targets: [on], unusable: [] }),
      rollouts: answer(
        streamOf([
          {
            target: on,
            workloads: [paused],
            staleFor: 754,
            problems: [problem({ id: 'watchInterrupted', parameters: listed })],
          },
        ]),
      ),
    },
  ];
}
