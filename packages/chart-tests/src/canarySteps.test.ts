import { stringify } from 'yaml';
import { helmTemplate } from './rendering/helmTemplate';
import { lintRollouts } from './rendering/lintRollouts';
import { findManifest, parseManifests } from './rendering/parseManifests';
import { render } from './rendering/render';

const istio = {
  virtualService: { name: 'agents' },
  destinationRule: {
    name: 'agents',
    canarySubsetName: 'canary',
    stableSubsetName: 'stable',
  },
};
const routes = { managedRoutes: [{ name: 'beta' }] };
const services = {
  canaryService: 'agents-canary',
  stableService: 'agents-stable',
};

interface Canary {
  canarySteps: unknown[];
  trafficRouting?: object;
  canaryService?: string;
  stableService?: string;
}

const withCanary = (canary: Canary) => ({
  controllers: { progressiveDelivery: { enabled: true, ...canary } },
});

const goodCanaries: [what: string, canary: Canary][] = [
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
];

describe('canarySteps', () => {
  it.each(goodCanaries)(
    '%s: rendered as written, accepted by the controller',
    async (_, canary) => {
      const rendering = await render({ values: withCanary(canary) });
      const rollout = findManifest(
        parseManifests(rendering),
        'Rollout',
        'agents-controllers',
      );
      const { canarySteps: steps, ...rest } = canary;
      expect(rollout.spec!.strategy).toEqual({
        canary: { maxSurge: 1, maxUnavailable: 0, steps, ...rest },
      });
      expect(await lintRollouts(rendering)).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
    },
  );

  it("takes a component's own over those of both", async () => {
    const manifests = parseManifests(
      await render({
        values: {
          progressiveDelivery: {
            enabled: true,
            canarySteps: [{ setWeight: 50 }],
          },
          controllers: {
            progressiveDelivery: { canarySteps: [{ setWeight: 10 }] },
          },
        },
      }),
    );
    const stepsOf = (name: string) =>
      (
        findManifest(manifests, 'Rollout', name).spec!.strategy as {
          canary: { steps: unknown };
        }
      ).canary.steps;
    expect(stepsOf('agents')).toEqual([{ setWeight: 50 }]);
    expect(stepsOf('agents-controllers')).toEqual([{ setWeight: 10 }]);
  });
});

const header = {
  setHeaderRoute: {
    name: 'beta',
    match: [{ headerName: 'x-beta', headerValue: { prefix: 'y' } }],
  },
};
const mirror = { setMirrorRoute: { name: 'beta' } };

/** What the schema cannot see and the controller refuses: the canary, and what the chart has to say. */
const badCanaries: [canary: Canary, says: string][] = [
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

describe('what the schema cannot say, the template says', () => {
  it.each(badCanaries)('%j', async (canary, says) => {
    const { code, stderr } = await helmTemplate({
      values: withCanary(canary),
    });
    expect(code).not.toBe(0);
    expect(stderr).toContain(says);

    // And the controller agrees: the same canary in a Rollout that came without our checks.
    const rendering = parseManifests(
      await render({
        values: withCanary({ canarySteps: [{ setWeight: 5 }] }),
      }),
    );
    const rollout = findManifest(rendering, 'Rollout', 'agents-controllers');
    const { canarySteps: steps, ...rest } = canary;
    rollout.spec!.strategy = { canary: { steps, ...rest } };
    const lint = await lintRollouts(stringify(rollout));
    expect(lint.code).not.toBe(0);
    expect(lint.stdout + lint.stderr).toContain('spec.strategy');
  });

  const on = { progressiveDelivery: { enabled: true } };
  const badComponents: [values: object, says: string][] = [
    [
      { controllers: { replicas: null } },
      'controllers.replicas is null, which is possible with controllers.autoscaling.enabled only',
    ],
    [
      {
        ...on,
        controllers: { replicas: null, autoscaling: { enabled: true } },
      },
      'controllers.replicas is null: a Rollout without a number of replicas starts with one pod',
    ],
    [
      { ...on, controllers: { replicas: 2, autoscaling: { enabled: true } } },
      'controllers.replicas (2) must lie between controllers.autoscaling.minReplicas (3) and maxReplicas (9)',
    ],
    [
      {
        controlPlane: {
          autoscaling: { enabled: true, minReplicas: 5, maxReplicas: 4 },
        },
      },
      'controlPlane.autoscaling.minReplicas (5) is greater than',
    ],
    [
      {
        controlPlane: {
          autoscaling: { enabled: true, targetCPUUtilizationPercentage: null },
        },
      },
      'controlPlane.autoscaling aims at nothing',
    ],
    [
      { controlPlane: { minReadySeconds: 600 } },
      'controlPlane.progressDeadlineSeconds (600) must be greater than controlPlane.minReadySeconds (600)',
    ],
    [
      { controllers: { rollingUpdate: { maxSurge: '0%' } } },
      'controllers.rollingUpdate.maxSurge and controllers.rollingUpdate.maxUnavailable are both 0',
    ],
    [
      { progressiveDelivery: { enabled: true, maxSurge: 0 } },
      'progressiveDelivery.maxSurge and progressiveDelivery.maxUnavailable are both 0',
    ],
    [
      { controllers: { podDisruptionBudget: { minAvailable: 1 } } },
      'controllers.podDisruptionBudget needs one of minAvailable and maxUnavailable',
    ],
    [
      { controllers: { podDisruptionBudget: { maxUnavailable: null } } },
      'controllers.podDisruptionBudget needs one of minAvailable and maxUnavailable',
    ],
  ];

  it.each(badComponents)('%j', async (values, says) => {
    const { code, stderr } = await helmTemplate({ values });
    expect(code).not.toBe(0);
    expect(stderr).toContain(says);
  });

  it('names the supported providers even where the schema is skipped, as Argo CD can', async () => {
    const { code, stderr } = await helmTemplate({
      values: { progressiveDelivery: { enabled: true, provider: 'flagger' } },
      args: ['--skip-schema-validation'],
    });
    expect(code).not.toBe(0);
    expect(stderr).toContain(
      'progressiveDelivery.provider "flagger" is not supported; supported: argo-rollouts',
    );
  });

  it('leaves the number of replicas to an autoscaler where a Deployment is rendered', async () => {
    const deployment = findManifest(
      parseManifests(
        await render({
          values: {
            controllers: { replicas: null, autoscaling: { enabled: true } },
          },
        }),
      ),
      'Deployment',
      'agents-controllers',
    );
    expect(deployment.spec).not.toHaveProperty('replicas');
  });
});
