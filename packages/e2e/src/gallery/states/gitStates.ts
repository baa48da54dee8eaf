import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { GalleryState } from '../GalleryState';
import { answer } from '../wire/answer';
import { RecordedStatuses } from '../wire/recordedStatuses';
import { problem, streamOf, targetWith } from '../wire/targetWith';

const DEPLOYMENT = 'deployment-healthy';
const HEALTHY = 'recorded/healthy-first-revision';

export const gitScenarios = [DEPLOYMENT, HEALTHY];

/** Delivery targets of which Git does not tell what is to run. */
export function gitStates(recorded: RecordedStatuses): GalleryState[] {
  const deployment = recorded.status(DEPLOYMENT, 'web');
  const healthy = recorded.status(HEALTHY, 'web');
  const off = targetWith([deployment]);
  const on = targetWith([healthy]);
  const offRuns = answer(streamOf([{ target: off, workloads: [deployment] }]));
  return [
    {
      id: 'git-host-down',
      title: 'A Git host that is down',
      shows: 'git.example.com',
      targets: answer({
        targets: [
          {
            ...off,
            rendering: { state: 'failed' },
            switches: [],
            problems: [
              problem({
                id: 'gitUnreadable',
                parameters: {
                  message:
                    'https://git.example.com/shop/gitops.git could not be fetched: the host did not answer within 30 s',
                },
              }),
            ],
          },
        ],
        unusable: [],
      }),
      rollouts: offRuns,
    },
    {
      id: 'render-error',
      title: 'An overlay that does not render',
      shows: 'cannot render',
      targets: answer({
        targets: [
          {
            ...off,
            rendering: { state: 'failed' },
            problems: [
              problem({
                id: 'renderFailed',
                parameters: {
                  message:
                    'Error: template: web/templates/deployment.yaml:41:24: executing "web/templates/deployment.yaml" at <.Values.image.tag>: nil pointer evaluating interface {}.tag',
                },
              }),
            ],
          },
        ],
        unusable: [],
      }),
      rollouts: offRuns,
    },
    {
      id: 'git-problems-of-some',
      title: 'Targets that cannot be rendered or used, before a healthy one',
      shows: 'Cannot be used: not found',
      targets: answer({
        targets: [
          on,
          {
            ...off,
            id: 'main.argocd.web-us',
            title: 'web-us',
            rendering: { state: 'failed' },
            problems: [
              problem({
                id: 'renderFailed',
                parameters: {
                  message:
                    'Error: template: web/templates/deployment.yaml:41:24: nil pointer evaluating interface {}.tag',
                },
              }),
            ],
          },
        ],
        unusable: [
          {
            reference: 'argocd/app-name: web-asia',
            reason: 'not-found',
            message: toMessage('unusable', {
              id: 'applicationMissing',
              parameters: {
                application: 'web-asia',
                places: ['Argo CD main (argocd)'],
              },
            }),
            problems: [],
            remedies: [],
          },
        ],
      }),
      rollouts: answer(
        streamOf([
          { target: on, workloads: [healthy] },
          {
            target: { ...off, id: 'main.argocd.web-us' },
            workloads: [deployment],
          },
        ]),
      ),
    },
  ];
}
