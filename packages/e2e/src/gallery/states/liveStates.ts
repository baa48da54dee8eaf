import { Answer, GalleryState } from '../GalleryState';
import { RecordedStatuses } from '../wire/recordedStatuses';
import { problem, streamOf, targetWith } from '../wire/targetWith';

const PAUSED = 'recorded/step-1-paused';
const DEPLOYMENT = 'deployment-healthy';

export const liveScenarios = [DEPLOYMENT, PAUSED];

const failing = (status: number, name: string, message: string) => ({
  status,
  error: { name, message },
});

/** What is shown where what runs cannot be told, or is not what Git asks for. */
export function liveStates(recorded: RecordedStatuses): GalleryState[] {
  const paused = recorded.status(PAUSED, 'web');
  const deployment = recorded.status(DEPLOYMENT, 'web');
  const target = targetWith([paused]);
  const targets = { body: { targets: [target], unusable: [] } };
  const runs = { body: streamOf([{ target, workloads: [paused] }]) };
  const down: Answer<never> = failing(
    503,
    'ServiceUnavailableError',
    'The Kubernetes clusters could not be listed: connect ECONNREFUSED',
  );
  const notLive = targetWith([deployment], {
    switches: target.switches,
    workloads: target.workloads.map(each => ({
      ...each,
      kindsLive: ['Deployment'],
    })),
  });
  const undeployed = targetWith([paused], {
    workloads: target.workloads.map(each => ({ ...each, kindsLive: [] })),
  });
  const nothingRuns = {
    targets: { body: { targets: [undeployed], unusable: [] } },
    rollouts: {
      body: streamOf([
        {
          target: undeployed,
          problems: [
            problem({
              id: 'nothingOfApplication',
              parameters: {
                application: 'web',
                workloads: ['Rollout web'],
              },
            }),
          ],
        },
      ]),
    },
  };
  return [
    {
      id: 'live-unread',
      title: 'What runs could not be read',
      shows: 'Live state could not be read',
      targets,
      rollouts: down,
    },
    {
      id: 'live-signed-out',
      title: 'A session that has expired',
      shows: 'Your session has expired',
      targets,
      rollouts: failing(401, 'AuthenticationError', 'Missing credentials'),
    },
    {
      id: 'live-broken',
      title: 'A stream that has broken, with what was last told',
      shows: 'The backend is being restarted',
      targets,
      rollouts: runs,
      streamBreaks: true,
    },
    {
      id: 'live-not-yet',
      title: 'A switch that is on in Git and not live yet',
      shows: 'On in Git, not live yet',
      targets: { body: { targets: [notLive], unusable: [] } },
      rollouts: {
        body: streamOf([{ target: notLive, workloads: [deployment] }]),
      },
    },
    {
      id: 'card-unread',
      overview: 'card',
      title: 'The card where what runs could not be read',
      shows: 'Live state could not be read',
      targets,
      rollouts: down,
    },
    {
      id: 'card-stale',
      overview: 'card',
      title: 'The card of what is not watched any more',
      shows: 'Paused',
      targets,
      rollouts: {
        body: streamOf([{ target, workloads: [paused], staleFor: 600 }]),
      },
    },
    {
      id: 'card-nothing-runs',
      overview: 'card',
      title: 'The card of a target that is not deployed',
      shows: 'web',
      ...nothingRuns,
    },
  ];
}
