import type { Manifest } from '../play/Manifest';
import type { Stage } from '../play/Stage';
import { services } from './services';

const SERVICES = { stableService: 'web-stable', canaryService: 'web-canary' };

/** A traffic router, as a canary strategy refers to it, and the objects that it needs. */
export interface Router {
  strategy: {
    trafficRouting: Record<string, unknown>;
    [field: string]: unknown;
  };
  objects: Manifest[];
}

/** Nginx takes weights from an Ingress. */
export const nginx: Router = {
  strategy: {
    ...SERVICES,
    trafficRouting: { nginx: { stableIngress: 'web' } },
  },
  objects: [
    ...services('web-stable', 'web-canary'),
    ingress('nginx', { name: 'web-stable', port: { number: 80 } }),
  ],
};

/** The AWS load balancer controller takes weights and header routes from an Ingress. */
export const alb: Router = {
  strategy: {
    ...SERVICES,
    trafficRouting: {
      managedRoutes: [{ name: 'testers' }],
      alb: { ingress: 'web', rootService: 'web', servicePort: 80 },
    },
  },
  objects: [
    ...services('web', 'web-stable', 'web-canary'),
    ingress('alb', { name: 'web', port: { name: 'use-annotation' } }),
  ],
};

/** Istio takes weights and mirror routes from a VirtualService. */
export const istio: Router = {
  strategy: {
    ...SERVICES,
    trafficRouting: {
      managedRoutes: [{ name: 'shadow' }, { name: 'testers' }],
      istio: { virtualService: { name: 'web', routes: ['primary'] } },
    },
  },
  objects: [
    ...services('web-stable', 'web-canary'),
    {
      apiVersion: 'networking.istio.io/v1alpha3',
      kind: 'VirtualService',
      metadata: { name: 'web' },
      spec: {
        hosts: ['web.example.com'],
        http: [
          {
            name: 'primary',
            route: [
              { destination: { host: 'web-stable' }, weight: 100 },
              { destination: { host: 'web-canary' }, weight: 0 },
            ],
          },
        ],
      },
    },
  ],
};

/** A routed canary with these steps. */
export function routed(
  router: Router,
  steps: Record<string, unknown>[],
  more: Record<string, unknown> = {},
) {
  return { canary: { ...router.strategy, ...more, steps } };
}

/** Applies what a router needs, and starts the first revision of a canary that is routed by it. */
export async function startRouted(
  stage: Stage,
  router: Router,
  steps: Record<string, unknown>[],
  more: Record<string, unknown> = {},
): Promise<void> {
  await stage.apply(...router.objects);
  await stage.start({ tag: '1', strategy: routed(router, steps, more) });
}

function ingress(
  ingressClass: string,
  service: Record<string, unknown>,
): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: 'web',
      annotations: { 'kubernetes.io/ingress.class': ingressClass },
    },
    spec: {
      rules: [
        {
          host: 'web.example.com',
          http: {
            paths: [{ path: '/', pathType: 'Prefix', backend: { service } }],
          },
        },
      ],
    },
  };
}
