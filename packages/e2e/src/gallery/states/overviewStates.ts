import {
  Problem,
  RolloutStatus,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { GalleryState } from '../GalleryState';
import { RecordedStatuses } from '../wire/recordedStatuses';
import { problem, streamOf, targetWith } from '../wire/targetWith';

const SCENARIOS = {
  deployment: 'deployment-healthy',
  healthy: 'recorded/healthy-first-revision',
  paused: 'recorded/step-1-paused',
  crashing: 'recorded/pods-crash',
};

export const overviewScenarios = Object.values(SCENARIOS);

/** The card and the warning on a component's overview. */
export function overviewStates(recorded: RecordedStatuses): GalleryState[] {
  const running = (
    targets: Record<string, (keyof typeof SCENARIOS)[]>,
    destination = { cluster: 'production', namespace: 'shop' },
  ) => {
    const runs = Object.entries(targets).map(([title, scenarios]) => {
      const workloads = scenarios.map((scenario, index) =>
        recorded.status(
          SCENARIOS[scenario],
          index === 0 ? 'web' : `web-${index}`,
        ),
      );
      return {
        target: targetWith(workloads, { title, destination }),
        workloads,
      };
    });
    return {
      targets: {
        body: { targets: runs.map(({ target }) => target), unusable: [] },
      },
      rollouts: { body: streamOf(runs) },
    };
  };
  const withProblems = (
    problems: Problem[],
    workloads: RolloutStatus[] = [],
    staleFor?: number,
  ) => {
    const target = targetWith(workloads, {
      destination: { cluster: 'production', namespace: 'shop' },
    });
    return {
      targets: { body: { targets: [target], unusable: [] } },
      rollouts: { body: streamOf([{ target, workloads, problems, staleFor }]) },
    };
  };
  const card = (
    id: string,
    state: Omit<GalleryState, 'id' | 'overview'>,
  ): GalleryState => ({ id: `card-${id}`, overview: 'card', ...state });
  const warning = (
    id: string,
    state: Omit<GalleryState, 'id' | 'overview'>,
  ): GalleryState => ({ id: `warning-${id}`, overview: 'warning', ...state });
  return [
    card('loading', {
      title: 'The card, with nothing known yet',
      shows: 'Progressive delivery',
      targets: 'never',
    }),
    card('rollouts-loading', {
      title: 'The card, with targets of which it is not known what runs',
      shows: 'web',
      ...running({ web: ['healthy'] }),
      rollouts: 'never',
    }),
    card('healthy', {
      title: 'The card of what is healthy',
      shows: 'Healthy',
      ...running({ web: ['healthy'] }),
    }),
    card('several', {
      title: 'The card of several targets',
      shows: 'Paused',
      ...running({
        'web-eu': ['paused', 'deployment', 'healthy'],
        'web-us': ['crashing'],
        'web-staging-with-a-name-that-somebody-generated': ['deployment'],
      }),
    }),
    card('incomplete', {
      title: 'The card where some workloads could not be read',
      shows: 'Live state may be incomplete',
      ...withProblems(
        [
          problem({
            id: 'kindMissing',
            parameters: {
              cluster: 'production',
              resource: 'rollouts.argoproj.io',
            },
          }),
        ],
        [recorded.status(SCENARIOS.deployment, 'web')],
      ),
    }),
    card('no-targets', {
      title: 'The card where annotations name nothing',
      shows: 'Progressive delivery',
      targets: { body: { targets: [], unusable: [] } },
    }),
    card('unusable', {
      title: 'The card where something cannot be used',
      shows: 'cannot be used',
      targets: {
        body: {
          targets: [],
          unusable: [
            {
              reference: 'argocd/app-name: web',
              reason: 'not-found',
              message: toMessage('unusable', {
                id: 'applicationMissing',
                parameters: {
                  application: 'web',
                  places: ['Argo CD main (argocd)'],
                },
              }),
              problems: [],
              remedies: [],
            },
          ],
        },
      },
    }),
    card('failed', {
      title: 'The card of a backend that fails',
      shows: 'ECONNREFUSED',
      targets: {
        status: 500,
        error: {
          name: 'Error',
          message: 'The catalog could not be asked: connect ECONNREFUSED',
        },
      },
    }),
    warning('waiting', {
      title: 'The warning that a canary waits',
      shows: 'is waiting for a decision',
      ...running({ web: ['paused'] }),
    }),
    warning('stale', {
      title: 'The warning of what waited when it was last known',
      shows: /not up to date, .* old/,
      ...withProblems([], [recorded.status(SCENARIOS.paused, 'web')], 754),
    }),
    warning('failing', {
      title: 'The warning that several workloads fail or wait',
      shows: 'web-eu',
      ...running({
        'web-eu': ['crashing', 'paused', 'paused'],
        'web-us': ['crashing', 'paused'],
      }),
    }),
  ];
}
