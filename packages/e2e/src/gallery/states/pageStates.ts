import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { GalleryState } from '../GalleryState';
import { problem } from '../wire/targetWith';

const nothing = { targets: [], unusable: [] };

const application = { argocd: 'main', namespace: 'argocd', application: 'web' };

/** The lines to add to the app-config. */
const SETUP = {
  clustersMissing:
    'kubernetes:\n  serviceLocatorMethod:\n    type: multiTenant\n  clusterLocatorMethods:\n    - type: config\n      clusters:\n        - name: production\n          url: https://production.example.com:6443',
  argocdMissing:
    'progressiveDelivery:\n  argocd:\n    - name: main\n      cluster: production\n      namespace: argocd',
  gitHostsMissing:
    'integrations:\n  github:\n    - host: github.com\n      token: ${GITHUB_TOKEN}',
};

/** The page as a whole, where there is no target to show. */
export const pageStates: GalleryState[] = [
  {
    id: 'loading',
    title: 'Targets that are not known yet',
    shows: 'Component',
    targets: 'never',
  },
  {
    id: 'no-annotation',
    title: 'A component without annotations',
    shows: 'argocd/app-name',
    annotations: {},
    targets: 'never',
  },
  {
    id: 'no-targets',
    title: 'Annotations that name nothing',
    shows: 'argocd/app-name',
    targets: { body: nothing },
  },
  {
    id: 'not-allowed',
    title: 'Somebody who may not see the targets',
    shows: 'not allowed',
    targets: {
      status: 403,
      error: {
        name: 'NotAllowedError',
        message:
          'You are not allowed to see how component:default/not-allowed is delivered',
      },
    },
  },
  {
    id: 'failed',
    title: 'A backend that fails',
    shows: 'Try again',
    targets: {
      status: 500,
      error: {
        name: 'Error',
        message: 'The catalog could not be asked: connect ECONNREFUSED',
      },
    },
  },
  {
    id: 'unusable',
    title: 'What the component names and cannot use',
    shows: 'cannot be used',
    targets: {
      body: {
        targets: [],
        unusable: [
          {
            reference: 'argocd/app-name: web',
            reason: 'not-allowed',
            message: toMessage('unusable', {
              id: 'notPointed',
              parameters: {
                ...application,
                entity: 'component:default/unusable',
              },
            }),
            problems: [],
            remedies: [
              toMessage('remedy', {
                id: 'annotateApplication',
                parameters: {
                  namespace: 'argocd',
                  application: 'web',
                  yaml: 'progressive-delivery/entity: component:default/unusable',
                },
              }),
              toMessage('remedy', {
                id: 'addAllowRule',
                parameters: {
                  yaml: '- entity: component:default/unusable\n  application: argocd/web',
                },
              }),
            ],
          },
          {
            reference: 'argocd/app-name: web-staging',
            reason: 'not-found',
            message: toMessage('unusable', {
              id: 'applicationMissing',
              parameters: {
                application: 'web-staging',
                places: ['Argo CD main (argocd)'],
              },
            }),
            problems: [],
            remedies: [
              toMessage('remedy', { id: 'correctApplication', parameters: {} }),
            ],
          },
          {
            reference: 'argocd/app-name: web-canada',
            reason: 'unreachable',
            message: toMessage('unusable', {
              id: 'applicationUnreadable',
              parameters: { ...application, argocd: 'canada' },
            }),
            problems: [
              problem({
                id: 'clusterTimedOut',
                parameters: { cluster: 'canada', seconds: 10 },
              }),
            ],
            remedies: [toMessage('remedy', { id: 'tryAgain', parameters: {} })],
          },
        ],
      },
    },
  },
  {
    id: 'setup',
    title: 'A Backstage that lacks its configuration',
    shows: 'No Argo CD is configured',
    targets: {
      body: {
        ...nothing,
        setup: (
          ['clustersMissing', 'argocdMissing', 'gitHostsMissing'] as const
        ).map(id => ({
          message: toMessage('setup', { id, parameters: {} }),
          yaml: SETUP[id],
          docs: 'https://backstage.io/docs/features/kubernetes/configuration',
        })),
      },
    },
  },
];
