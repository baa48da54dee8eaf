import {
  Comparison,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { CONTROLLERS_SWITCH, deliveryTarget } from './deliveryTarget';

const VALUES_FILE = 'argocd/applications/agents/values.yaml';

export const comparison: Comparison = {
  target: deliveryTarget.id,
  switch: CONTROLLERS_SWITCH,
  enabled: true,
  digest: 'sha256:5a1',
  profile: {
    id: 'profile-1',
    helm: 'v4.2.3',
    kustomize: 'v5.8.1',
    kubeVersion: 'v1.35.0',
    apiVersions: [],
  },
  base: {
    repository: 'https://git.example.com/platform/gitops.git',
    branch: 'main',
    commit: '0123456789abcdef0123456789abcdef01234567',
  },
  summary:
    'Deployment agents-controllers becomes a Rollout of the same name. Later releases go through 2 canary steps.',
  sentences: [
    toMessage('comparison', {
      id: 'kindChanges',
      parameters: {
        workload: 'Deployment agents-controllers',
        kind: 'Rollout',
      },
    }),
    toMessage('comparison', {
      id: 'releasesInSteps',
      parameters: { count: 2 },
    }),
  ],
  alreadySet: false,
  valuesChange: {
    file: VALUES_FILE,
    path: CONTROLLERS_SWITCH,
    line: 13,
    before: false,
    after: true,
  },
  masked: true,
  unstable: [],
  unchanged: 6,
  changes: [
    {
      change: 'kind-changed',
      before: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'agents',
        name: 'agents-controllers',
      },
      after: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Rollout',
        namespace: 'agents',
        name: 'agents-controllers',
      },
      differences: [
        {
          change: 'removed',
          path: ['spec', 'strategy', 'type'],
          before: 'RollingUpdate',
          onlyIn: 'Deployment',
        },
        {
          change: 'moved',
          path: ['spec', 'strategy', 'canary', 'maxSurge'],
          movedFrom: ['spec', 'strategy', 'rollingUpdate', 'maxSurge'],
          before: 1,
          after: '25%',
        },
        {
          change: 'added',
          path: ['spec', 'strategy', 'canary', 'steps'],
          after: [{ setWeight: 25 }, { pause: {} }],
          onlyIn: 'Rollout',
        },
      ],
      shortened: false,
      patch: [
        '--- a/Deployment agents-controllers',
        '+++ b/Rollout agents-controllers',
        '@@ -1,8 +1,15 @@',
        '-apiVersion: apps/v1',
        '-kind: Deployment',
        '+apiVersion: argoproj.io/v1alpha1',
        '+kind: Rollout',
        ' metadata:',
        '   name: agents-controllers',
        '   namespace: agents',
        ' spec:',
        '   replicas: 4',
        '+  strategy:',
        '+    canary:',
        '+      steps:',
        '+        - setWeight: 25',
        '+        - pause: {}',
        '   template:',
        '',
      ].join('\n'),
    },
  ],
};
