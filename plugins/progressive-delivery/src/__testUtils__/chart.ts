import {
  ChartPreparation,
  DeliveryChart,
  PreparationProposal,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** One without a switch, in Git. */
export const chart: DeliveryChart = {
  id: 'web-1a2b3c',
  name: 'web',
  repository: 'https://git.example.com/platform/gitops.git',
  directory: 'charts/web',
  switches: [],
};

export const preparationProposal: PreparationProposal = {
  number: 7,
  url: 'https://git.example.com/platform/gitops/pulls/7',
  title: 'Prepare the chart web for progressive delivery',
  branch: 'progressive-delivery/prepare-web',
  state: 'open',
  draft: false,
  requestedBy: 'user:default/guest',
  createdAt: '2026-01-01T00:00:00Z',
};

const base = {
  repository: 'https://git.example.com/platform/gitops.git',
  branch: 'main',
  commit: '4f2a9c1d7be8035566aa0c2f9de1b7a3c4d5e6f7',
};

export const preparedChart: Extract<ChartPreparation, { state: 'prepared' }> = {
  state: 'prepared',
  chart,
  digest: 'digest-of-web',
  base,
  files: [
    {
      path: 'charts/web/templates/deployment.yaml',
      isNew: false,
      patch: [
        '--- a/charts/web/templates/deployment.yaml',
        '+++ b/charts/web/templates/deployment.yaml',
        '@@ -3,3 +3,3 @@',
        ' # The workload',
        '-kind: Deployment',
        '+kind: {{ include "web.kind" . }}',
        ' metadata:',
        '',
      ].join('\n'),
    },
    {
      path: 'charts/web/templates/_progressive-delivery.tpl',
      isNew: true,
      patch: [
        '--- /dev/null',
        '+++ b/charts/web/templates/_progressive-delivery.tpl',
        '@@ -0,0 +1,1 @@',
        '+{{- define "web.kind" -}}',
        '',
      ].join('\n'),
    },
  ],
  masked: false,
  workloads: [
    {
      template: 'templates/deployment.yaml',
      line: 4,
      switch: 'progressiveDelivery.enabled',
      replicasAdded: false,
    },
  ],
  proof: {
    values: [
      toMessage('adoptionValues', { id: 'own', parameters: {} }),
      toMessage('adoptionValues', {
        id: 'named',
        parameters: { name: 'deploy/web/values.yaml' },
      }),
    ],
    workloads: ['Deployment web'],
    schema: true,
  },
  notes: [],
};

export const refusedChart: Extract<ChartPreparation, { state: 'refused' }> = {
  state: 'refused',
  chart,
  base,
  obstacles: [
    toMessage('adoptionObstacle', {
      id: 'withinLoop',
      parameters: {
        template: 'templates/workers.yaml',
        line: 2,
        over: '.Values.workers',
      },
    }),
    toMessage('adoptionObstacle', {
      id: 'noReplicas',
      parameters: { template: 'templates/deployment.yaml', line: 7 },
    }),
  ],
};
