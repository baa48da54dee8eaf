import type { Canary } from './Canary';
import { istio, routes, services } from './routers';

const header = {
  setHeaderRoute: {
    name: 'beta',
    match: [{ headerName: 'x-beta', headerValue: { prefix: 'y' } }],
  },
};
const mirror = { setMirrorRoute: { name: 'beta' } };

/** What the schema cannot see and the controller refuses: the canary, and what the chart has to say. */
export const badCanaries: [canary: Canary, says: string][] = [
  [
    { canarySteps: [{ setWeight: 5 }, { setCanaryScale: { replicas: 1 } }] },
    'controllers.progressiveDelivery.canarySteps[1].setCanaryScale needs controllers.progressiveDelivery.trafficRouting',
  ],
  [
    { canarySteps: [header] },
    'canarySteps[0].setHeaderRoute needs controllers.progressiveDelivery.trafficRouting with istio, alb, apisix or plugins',
  ],
  [
    {
      canarySteps: [header],
      trafficRouting: { smi: {}, ...routes },
      ...services,
    },
    'canarySteps[0].setHeaderRoute needs',
  ],
  [
    { canarySteps: [header], trafficRouting: { istio } },
    'canarySteps[0].setHeaderRoute.name (beta) is not in controllers.progressiveDelivery.trafficRouting.managedRoutes',
  ],
  [
    {
      canarySteps: [header],
      trafficRouting: { istio, managedRoutes: [{ name: 'other' }] },
    },
    'setHeaderRoute.name (beta) is not in',
  ],
  [
    {
      canarySteps: [header],
      trafficRouting: { alb: { ingress: 'a', servicePort: 80 }, ...routes },
      ...services,
    },
    'canarySteps[0].setHeaderRoute.match[0].headerValue must be exact',
  ],
  [
    { canarySteps: [mirror] },
    'canarySteps[0].setMirrorRoute needs controllers.progressiveDelivery.trafficRouting with istio or plugins',
  ],
  [
    {
      canarySteps: [mirror],
      trafficRouting: { alb: { ingress: 'a', servicePort: 80 }, ...routes },
      ...services,
    },
    'canarySteps[0].setMirrorRoute needs',
  ],
  [
    { canarySteps: [mirror], trafficRouting: { istio } },
    'canarySteps[0].setMirrorRoute.name (beta) is not in',
  ],
  [
    {
      canarySteps: [
        {
          experiment: {
            templates: [{ name: 'a', specRef: 'canary', weight: 5 }],
          },
        },
      ],
    },
    'canarySteps[0].experiment.templates[0].weight needs',
  ],
  [
    {
      canarySteps: [{ setWeight: 5 }],
      trafficRouting: { nginx: { stableIngress: 'agents' } },
    },
    'controllers.progressiveDelivery.trafficRouting needs controllers.progressiveDelivery.canaryService and',
  ],
  [
    {
      canarySteps: [{ setWeight: 5 }],
      canaryService: 'agents',
      stableService: 'agents',
    },
    'canaryService and controllers.progressiveDelivery.stableService are both agents',
  ],
];
