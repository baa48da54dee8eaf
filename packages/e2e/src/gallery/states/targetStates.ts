import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { GalleryState } from '../GalleryState';
import { answer } from '../wire/answer';
import { RecordedStatuses } from '../wire/recordedStatuses';
import { streamOf, SWITCH, targetWith } from '../wire/targetWith';

export const targetScenarios = [
  'deployment-healthy',
  'recorded/healthy-first-revision',
  'recorded/step-1-paused',
  'recorded/pods-crash',
  'recorded/analysis-running',
];

const LONG =
  'checkout-frontend-experimental-with-a-name-that-somebody-generated-0123456789';

/** Delivery targets in each state that they can be in. */
export function targetStates(recorded: RecordedStatuses): GalleryState[] {
  const deployment = recorded.status('deployment-healthy', 'web');
  const healthy = recorded.status('recorded/healthy-first-revision', 'web');
  const paused = recorded.status('recorded/step-1-paused', 'web');
  const off = targetWith([deployment]);
  const on = targetWith([healthy]);
  const offRuns = answer(streamOf([{ target: off, workloads: [deployment] }]));
  const [offSwitch] = off.switches;
  const long = targetWith(
    [
      { ...paused, name: LONG },
      { ...deployment, name: `${LONG}-worker` },
    ],
    { title: `${LONG}-production-europe-west-1` },
  );
  const many = Array.from({ length: 4 }, (_, index) =>
    targetWith(
      Array.from({ length: index === 0 ? 12 : 6 }, (__, place) => {
        const scenario =
          targetScenarios[(index * 7 + place * 3) % targetScenarios.length];
        return recorded.status(scenario, `web-${index}-${place}`);
      }),
      {
        title: ['web-eu', 'web-us', 'web-staging', 'web-dev'][index],
        destination: {
          cluster: ['production-eu', 'production-us', 'staging', 'dev'][index],
          namespace: 'shop',
        },
      },
    ),
  );
  return [
    {
      id: 'switch-off',
      title: 'A Deployment whose switch is off',
      shows: 'web',
      targets: answer({ targets: [off], unusable: [] }),
      rollouts: offRuns,
    },
    {
      id: 'switch-on',
      title: 'A Rollout whose switch is on',
      shows: 'web',
      targets: answer({ targets: [on], unusable: [] }),
      rollouts: answer(streamOf([{ target: on, workloads: [healthy] }])),
    },
    {
      id: 'no-switch',
      title: 'A chart that has no switch',
      shows: 'web',
      targets: answer({
        targets: [
          {
            ...off,
            switches: [],
            workloads: [{ ...off.workloads[0], switch: undefined }],
          },
        ],
        unusable: [],
      }),
      rollouts: offRuns,
    },
    {
      id: 'not-proposable',
      title: 'A switch that no pull request can flip',
      shows: 'web',
      targets: answer({
        targets: [
          {
            ...off,
            switches: [
              {
                ...offSwitch,
                origin: { from: 'shadowed', by: 'spec.source.helm.values' },
                notProposable: toMessage('notProposable', {
                  id: 'setElsewhere',
                  parameters: {
                    field: 'spec.source.helm.values',
                    owner: 'Application web',
                    path: SWITCH,
                  },
                }),
              },
            ],
          },
        ],
        unusable: [],
      }),
      rollouts: offRuns,
    },
    {
      id: 'rendering',
      title: 'A target that is being rendered for the first time',
      shows: 'web',
      targets: answer({
        targets: [
          {
            ...off,
            rendering: { state: 'pending' },
            live: { state: 'pending' },
            switches: [{ ...offSwitch, trial: { state: 'pending' } }],
            workloads: [],
          },
        ],
        unusable: [],
      }),
      rollouts: 'never',
    },
    {
      id: 'read-only',
      title: 'An installation that only shows',
      shows: 'web',
      targets: answer({
        targets: [{ ...on, enabled: { proposals: false, actions: false } }],
        unusable: [],
      }),
      rollouts: answer(streamOf([{ target: on, workloads: [paused] }])),
    },
    {
      id: 'no-permission',
      title: 'Somebody who may only look',
      shows: 'web',
      targets: answer({ targets: [on], unusable: [] }),
      rollouts: answer(streamOf([{ target: on, workloads: [paused] }])),
      denied: [
        'progressive-delivery.proposal.create',
        'progressive-delivery.rollout.update',
      ],
    },
    {
      id: 'confirm-abort',
      title: 'What an abort will do, before it is done',
      shows: 'Abort',
      targets: answer({ targets: [on], unusable: [] }),
      rollouts: answer(streamOf([{ target: on, workloads: [paused] }])),
      press: [{ role: 'button', name: /^Abort$/ }],
    },
    {
      id: 'filtered-away',
      title: 'A filter that nothing matches',
      shows: 'No workload matches',
      path: '?name=nothing',
      targets: answer({ targets: [on], unusable: [] }),
      rollouts: answer(streamOf([{ target: on, workloads: [healthy] }])),
    },
    {
      id: 'long-names',
      title: 'Very long names',
      shows: LONG,
      targets: answer({ targets: [long], unusable: [] }),
      rollouts: answer(
        streamOf([
          {
            target: long,
            workloads: [
              {
                ...paused,
                name: LONG,
                revisions: paused.revisions.map(revision => ({
                  ...revision,
                  images: Array.from(
                    { length: 8 },
                    (_, index) =>
                      `registry.europe-west-1.example.com/shop/frontend/team-checkout/${LONG}-${index}:2026.11.29-4f2a9c1d7be8`,
                  ),
                })),
              },
              { ...deployment, name: `${LONG}-worker` },
            ],
          },
        ]),
      ),
    },
    {
      id: 'thirty-workloads',
      title: 'Thirty workloads in four targets',
      shows: 'web-eu',
      targets: answer({ targets: many, unusable: [] }),
      rollouts: answer(
        streamOf(
          many.map((target, index) => ({
            target,
            workloads: target.workloads.map(({ name }, place) =>
              recorded.status(
                targetScenarios[
                  (index * 7 + place * 3) % targetScenarios.length
                ],
                name,
              ),
            ),
          })),
        ),
      ),
    },
  ];
}
