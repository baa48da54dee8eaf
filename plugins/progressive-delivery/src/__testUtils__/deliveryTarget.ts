import { DeliveryTargetSummary } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

export const CONTROLLERS_SWITCH = 'controllers.progressiveDelivery.enabled';
export const CONTROL_PLANE_SWITCH = 'controlPlane.progressiveDelivery.enabled';

/** Two Deployments, of which the entity owns the switch of one. */
export const deliveryTarget: DeliveryTargetSummary = {
  id: 'main.argocd.agents',
  title: 'agents',
  sources: [
    {
      repository: 'https://git.example.com/platform/gitops.git',
      revision: 'main',
      path: 'argocd/applications/agents',
      valuesFile: 'argocd/applications/agents/values.yaml',
      commit: '0123456789abcdef0123456789abcdef01234567',
    },
  ],
  destination: { cluster: 'production', namespace: 'agents' },
  application: {
    argocd: 'main',
    namespace: 'argocd',
    name: 'agents',
    sync: 'Synced',
    health: 'Healthy',
  },
  switches: [
    {
      id: CONTROLLERS_SWITCH,
      enabled: false,
      origin: {
        from: 'overlay',
        file: 'argocd/applications/agents/values.yaml',
        line: 12,
      },
      owned: true,
    },
    {
      id: CONTROL_PLANE_SWITCH,
      enabled: false,
      origin: { from: 'inherited', path: 'progressiveDelivery.enabled' },
      owned: false,
    },
  ],
  workloads: [
    {
      namespace: 'agents',
      name: 'agents',
      kindInGit: 'Deployment',
      kindsLive: ['Deployment'],
      switch: CONTROL_PLANE_SWITCH,
    },
    {
      namespace: 'agents',
      name: 'agents-controllers',
      kindInGit: 'Deployment',
      kindsLive: ['Deployment'],
      switch: CONTROLLERS_SWITCH,
    },
  ],
  rendering: { state: 'done' },
  live: { state: 'done' },
  problems: [],
};
