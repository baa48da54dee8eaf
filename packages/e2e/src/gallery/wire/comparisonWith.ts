import {
  Comparison,
  DocumentChange,
  Finding,
  findingDocs,
  findingMessage,
  hiddenValue,
  Preflight,
  toMessage,
  Unchecked,
  uncheckedMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { SWITCH } from './targetWith';

const ROLLOUT = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  namespace: 'shop',
  name: 'web',
};

const SECRET = {
  apiVersion: 'v1',
  kind: 'Secret',
  namespace: 'shop',
  name: 'web',
};

export const kindChange: DocumentChange = {
  change: 'kind-changed',
  before: { ...ROLLOUT, apiVersion: 'apps/v1', kind: 'Deployment' },
  after: ROLLOUT,
  shortened: false,
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
      before: '25%',
      after: '25%',
    },
    {
      change: 'added',
      path: ['spec', 'strategy', 'canary', 'steps'],
      after: [
        { setWeight: 25 },
        { pause: { duration: '10m' } },
        { setWeight: 50 },
        { pause: {} },
      ],
      onlyIn: 'Rollout',
    },
  ],
  patch: [
    '--- a/Deployment web',
    '+++ b/Rollout web',
    '@@ -1,17 +1,26 @@',
    '-apiVersion: apps/v1',
    '-kind: Deployment',
    '+apiVersion: argoproj.io/v1alpha1',
    '+kind: Rollout',
    ' metadata:',
    '   annotations:',
    '     argocd.argoproj.io/sync-options: PruneLast=true',
    '   name: web',
    '   namespace: shop',
    ' spec:',
    '   replicas: 4',
    '   strategy:',
    '-    rollingUpdate:',
    '-      maxSurge: 25%',
    '-    type: RollingUpdate',
    '+    canary:',
    '+      maxSurge: 25%',
    '+      steps:',
    '+        - setWeight: 25',
    '+        - pause:',
    '+            duration: 10m',
    '+        - setWeight: 50',
    '+        - pause: {}',
    '   template:',
    '     spec:',
    '       containers:',
    '         - image: registry.example.com/shop/web:4.18.2',
    '',
  ].join('\n'),
};

/** Another document in which one field of the scale target changes. */
export function scalerChange(name: string): DocumentChange {
  const scaler = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    namespace: 'shop',
    name,
  };
  return {
    change: 'changed',
    before: scaler,
    after: scaler,
    shortened: false,
    differences: [
      {
        change: 'changed',
        path: ['spec', 'scaleTargetRef', 'kind'],
        before: 'Deployment',
        after: 'Rollout',
      },
    ],
    patch: [
      `--- a/HorizontalPodAutoscaler ${name}`,
      `+++ b/HorizontalPodAutoscaler ${name}`,
      '@@ -8,7 +8,7 @@',
      '   maxReplicas: 12',
      '   minReplicas: 4',
      '   scaleTargetRef:',
      '-    apiVersion: apps/v1',
      '-    kind: Deployment',
      '+    apiVersion: argoproj.io/v1alpha1',
      '+    kind: Rollout',
      `     name: ${name}`,
      '',
    ].join('\n'),
  };
}

/** A document of which one field differs each time that it is rendered, and another one because of the switch. */
export const secretChange: DocumentChange = {
  change: 'changed',
  before: SECRET,
  after: SECRET,
  shortened: false,
  differences: [
    {
      change: 'changed',
      path: ['data', 'session-key'],
      before: hiddenValue.different,
      after: hiddenValue.different,
      unstable: true,
    },
    {
      change: 'changed',
      path: ['metadata', 'labels', 'managed-by'],
      before: 'Deployment',
      after: 'Rollout',
    },
  ],
  patch: [
    '--- a/Secret web',
    '+++ b/Secret web',
    '@@ -1,8 +1,8 @@',
    ' apiVersion: v1',
    ' data:',
    `-  session-key: ${hiddenValue.different}`,
    `+  session-key: ${hiddenValue.different}`,
    ' kind: Secret',
    ' metadata:',
    '   labels:',
    '-    managed-by: Deployment',
    '+    managed-by: Rollout',
    '   name: web',
    '',
  ].join('\n'),
};

export const pruneLastMissing: Finding = {
  id: 'prune-last-live',
  object: { kind: 'Deployment', namespace: 'shop', name: 'web' },
  severity: 'block',
  ...findingMessage({
    message: 'pruneLastMissing',
    parameters: { kind: 'Deployment', workload: 'web', replacedBy: 'Rollout' },
  }),
  docs: findingDocs('prune-last-live'),
};

export const scalerLeftBehind: Finding = {
  id: 'scalers-follow',
  object: {
    kind: 'HorizontalPodAutoscaler',
    namespace: 'shop',
    name: 'web',
    cluster: 'production',
  },
  severity: 'warn',
  ...findingMessage({
    message: 'scalerLeftBehind',
    parameters: {
      scaler: 'HorizontalPodAutoscaler web',
      kind: 'Deployment',
      workload: 'web',
      replacedBy: 'Rollout',
      field: 'scaleTargetRef',
      apiVersion: 'argoproj.io/v1alpha1',
    },
  }),
  docs: findingDocs('scalers-follow'),
};

export const notLooked = (id: string): Unchecked => ({
  id,
  ...uncheckedMessage({
    message: 'forbidden',
    parameters: {
      verb: 'list',
      resource: 'horizontalpodautoscalers',
      cluster: 'production',
      said: 'horizontalpodautoscalers.autoscaling is forbidden: User "system:serviceaccount:backstage:reader" cannot list resource "horizontalpodautoscalers" in API group "autoscaling" in the namespace "shop"',
    },
  }),
});

export const preflightWith = ({
  findings = [],
  unchecked = [],
  acknowledgeWarnings = false,
}: Partial<Preflight> = {}): Preflight => ({
  findings,
  unchecked,
  summary: {
    looked: 41 - unchecked.length,
    found: findings.length,
    couldNotLook: unchecked.length,
  },
  acknowledgeWarnings,
});

/** What turning web's switch on does. */
export function comparisonWith(changed: Partial<Comparison> = {}): Comparison {
  return {
    target: 'main.argocd.web',
    switch: SWITCH,
    enabled: true,
    digest: 'sha256:5a1',
    profile: {
      id: 'profile-1',
      helm: 'v4.3.1',
      kustomize: 'v5.8.3',
      kubeVersion: 'v1.37.2',
      apiVersions: ['v1', 'apps/v1', 'argoproj.io/v1alpha1'],
    },
    base: {
      repository: 'https://git.example.com/shop/gitops.git',
      branch: 'main',
      commit: '4f2a9c1d7be8035566aa0c2f9de1b7a3c4d5e6f7',
    },
    summary:
      'Deployment web becomes a Rollout of the same name. Later releases go through 4 canary steps.',
    sentences: [
      toMessage('comparison', {
        id: 'kindChanges',
        parameters: { workload: 'Deployment web', kind: 'Rollout' },
      }),
      toMessage('comparison', {
        id: 'releasesInSteps',
        parameters: { count: 4 },
      }),
    ],
    alreadySet: false,
    valuesChange: {
      file: 'deploy/web/values.yaml',
      path: SWITCH,
      line: 12,
      before: false,
      after: true,
    },
    masked: true,
    unstable: [],
    unchanged: 11,
    changes: [kindChange, scalerChange('web')],
    preflight: preflightWith(),
    ...changed,
  };
}
