import type { Canary } from './Canary';
import { istio, routes, services } from './routers';

/** Each kind of step, and each traffic router. */
export const goodCanaries: [what: string, canary: Canary][] = [
  ['setWeight', { canarySteps: [{ setWeight: 0 }, { setWeight: 100 }] }],
  [
    'pause',
    {
      canarySteps: [
        { pause: {} },
        { pause: { duration: 30 } },
        { pause: { duration: '45' } },
        { pause: { duration: '1h30m' } },
        { pause: { duration: '0.5h' } },
      ],
    },
  ],
  [
    'setCanaryScale',
    {
      canarySteps: [
        { setCanaryScale: { weight: 25 } },
        { setCanaryScale: { replicas: 1 } },
        { setCanaryScale: { matchTrafficWeight: true } },
      ],
      trafficRouting: { istio },
    },
  ],
  [
    'setHeaderRoute',
    {
      canarySteps: [
        {
          setHeaderRoute: {
            name: 'beta',
            match: [
              { headerName: 'x-beta', headerValue: { exact: 'yes' } },
              { headerName: 'agent', headerValue: { regex: '.*beta.*' } },
            ],
          },
        },
        { setHeaderRoute: { name: 'beta' } },
      ],
      trafficRouting: { istio, ...routes },
    },
  ],
  [
    'setHeaderRoute by ALB',
    {
      canarySteps: [
        {
          setHeaderRoute: {
            name: 'beta',
            match: [{ headerName: 'x-beta', headerValue: { exact: 'yes' } }],
          },
        },
      ],
      trafficRouting: {
        alb: { ingress: 'agents', servicePort: 80 },
        ...routes,
      },
      ...services,
    },
  ],
  [
    'setMirrorRoute',
    {
      canarySteps: [
        {
          setMirrorRoute: {
            name: 'beta',
            percentage: 35,
            match: [
              {
                method: { exact: 'GET' },
                path: { prefix: '/runs' },
                headers: { agent: { regex: '.*' } },
              },
            ],
          },
        },
      ],
      trafficRouting: { istio, ...routes },
    },
  ],
  [
    'analysis',
    {
      canarySteps: [
        {
          analysis: {
            templates: [
              { templateName: 'success-rate' },
              { templateName: 'latency', clusterScope: true },
            ],
            args: [
              { name: 'service', value: 'agents' },
              { name: 'hash', valueFrom: { podTemplateHashValue: 'Latest' } },
              {
                name: 'component',
                valueFrom: {
                  fieldRef: {
                    fieldPath: "metadata.labels['app.kubernetes.io/component']",
                  },
                },
              },
            ],
            dryRun: [{ metricName: 'latency' }],
            measurementRetention: [{ metricName: 'latency', limit: 20 }],
          },
        },
      ],
    },
  ],
  [
    'experiment',
    {
      canarySteps: [
        {
          experiment: {
            duration: '10m',
            templates: [
              { name: 'baseline', specRef: 'stable', replicas: 1 },
              { name: 'candidate', specRef: 'canary' },
            ],
            analyses: [
              {
                name: 'compare',
                templateName: 'compare',
                requiredForCompletion: true,
              },
            ],
          },
        },
      ],
    },
  ],
  [
    'experiment with weights',
    {
      canarySteps: [
        {
          experiment: {
            duration: '10m',
            templates: [{ name: 'candidate', specRef: 'canary', weight: 5 }],
          },
        },
      ],
      trafficRouting: { istio },
    },
  ],
  [
    'plugin',
    {
      canarySteps: [
        { plugin: { name: 'example/notify', config: { channel: 'agents' } } },
      ],
    },
  ],
  [
    'experiment with weights by SMI, which needs no settings',
    {
      canarySteps: [
        {
          experiment: {
            templates: [{ name: 'candidate', specRef: 'canary', weight: 5 }],
          },
        },
      ],
      trafficRouting: { smi: {} },
      ...services,
    },
  ],
  [
    'setHeaderRoute by Apisix',
    {
      canarySteps: [
        {
          setHeaderRoute: {
            name: 'beta',
            match: [{ headerName: 'x-beta', headerValue: { prefix: 'y' } }],
          },
        },
      ],
      trafficRouting: {
        apisix: { route: { name: 'agents', rules: ['main'] } },
        ...routes,
      },
      ...services,
    },
  ],
  [
    'setMirrorRoute by a plugin',
    {
      canarySteps: [{ setMirrorRoute: { name: 'beta', percentage: 5 } }],
      trafficRouting: {
        plugins: { 'example/gateway': { route: 'agents' } },
        ...routes,
      },
    },
  ],
  ...Object.entries({
    alb: {
      ingresses: ['agents', 'agents-internal'],
      servicePort: 80,
      rootService: 'agents',
      stickinessConfig: { enabled: true, durationSeconds: 300 },
    },
    ambassador: { mappings: ['agents'] },
    appMesh: {
      virtualService: { name: 'agents', routes: ['main'] },
      virtualNodeGroup: {
        canaryVirtualNodeRef: { name: 'agents-canary' },
        stableVirtualNodeRef: { name: 'agents-stable' },
      },
    },
    istio: {
      virtualServices: [
        { name: 'agents', routes: ['main'] },
        { name: 'agents-tcp', tlsRoutes: [{ port: 443 }] },
      ],
    },
    nginx: {
      stableIngress: 'agents',
      additionalIngressAnnotations: { 'canary-by-header': 'x-beta' },
    },
    traefik: { weightedTraefikServiceName: 'agents' },
  }).map(([router, settings]): [string, Canary] => [
    `setWeight by ${router}`,
    {
      canarySteps: [{ setWeight: 25 }],
      trafficRouting: { [router]: settings },
      ...services,
    },
  ]),
];
