import { dump } from 'js-yaml';
import { Manifest } from '../manifests/manifests';
import {
  CANARY,
  configMap,
  deployment,
  differences,
  object,
  rollout,
  secret,
  shown,
} from './__testUtils__/shown';

describe('what is shown of objects to all who may see comparisons', () => {
  it('is what the switch is about', async () => {
    const text = await shown([
      rollout({
        replicas: 4711,
        selector: { matchLabels: { app: 'label-of-it' } },
        strategy: {
          canary: {
            maxSurge: '37%',
            stableService: 'stable-service',
            steps: [
              { setWeight: 41 },
              { pause: { duration: '17m' } },
              { analysis: { templates: [{ templateName: 'success-rate' }] } },
            ],
            trafficRouting: { nginx: { stableIngress: 'stable-ingress' } },
          },
        },
        template: {
          spec: {
            serviceAccountName: 'its-account',
            containers: [
              {
                name: 'its-container',
                image: `me:${CANARY}@registry.example.com/web:1.2.3`,
                ports: [{ containerPort: 8123 }],
                resources: { limits: { memory: '123Mi' } },
                env: [
                  {
                    name: 'DB_PASSWORD',
                    valueFrom: {
                      secretKeyRef: { name: 'db-credentials', key: 'pw' },
                    },
                  },
                ],
              },
            ],
          },
        },
      }),
      object('autoscaling/v2', 'HorizontalPodAutoscaler', {
        spec: {
          scaleTargetRef: { kind: 'Rollout', name: 'web' },
          maxReplicas: 77,
        },
      }),
      object('argoproj.io/v1alpha1', 'AnalysisTemplate', {
        spec: {
          metrics: [
            {
              name: 'errors',
              count: 55,
              successCondition: 'result[0] < 0.05',
              provider: {
                prometheus: {
                  address: `http://me:${CANARY}@prometheus`,
                  query: `sum(rate(errors[5m])) or http://me:${CANARY}@host`,
                },
              },
            },
          ],
        },
      }),
      {
        ...object('v1', 'Service', {
          spec: { selector: { app: 'selected' }, ports: [{ port: 8080 }] },
        }),
        metadata: {
          name: 'web',
          annotations: {
            'argocd.argoproj.io/sync-options': 'PruneLast=true,Replace=true',
            'example.com/other': CANARY,
          },
        },
      },
      object('networking.istio.io/v1', 'VirtualService', {
        spec: {
          http: [{ route: [{ destination: { host: 'web' }, weight: 93 }] }],
        },
      }),
    ]);
    for (const expected of [
      '4711',
      'label-of-it',
      '37%',
      'stable-service',
      'setWeight: 41',
      '17m',
      'success-rate',
      'stable-ingress',
      'its-account',
      'its-container',
      'image: registry.example.com/web:1.2.3',
      '8123',
      '123Mi',
      'DB_PASSWORD',
      'db-credentials',
      '77',
      '55',
      'result[0] < 0.05',
      'sum(rate(errors[5m])) or http://host',
      'selected',
      '8080',
      'PruneLast=true,Replace=true',
      'weight: 93',
      'address: •••',
    ]) {
      expect(text).toContain(expected);
    }
    expect(text).not.toContain(CANARY);
  });

  const hidden: Record<string, Manifest> = {
    'environment variables': deployment({
      env: [{ name: 'DB_PASSWORD', value: CANARY }],
    }),
    'environment variables of init containers': deployment(
      {},
      {
        initContainers: [{ name: 'init', env: [{ name: 'A', value: CANARY }] }],
      },
    ),
    arguments: deployment({ args: [`--password=${CANARY}`] }),
    commands: deployment({ command: ['sh', '-c', `login ${CANARY}`] }),
    'headers of probes': deployment({
      livenessProbe: {
        httpGet: { port: 1, httpHeaders: [{ name: 'X', value: CANARY }] },
      },
    }),
    'images that are none': deployment({ image: `web:1 ${CANARY}` }),
    'unknown annotations': {
      ...deployment({}),
      metadata: { name: 'web', annotations: { adminPwd: CANARY } },
    },
    'what was applied last': {
      ...deployment({}),
      metadata: {
        name: 'web',
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': `{"pw":"${CANARY}"}`,
        },
      },
    },
    'annotations of pods': rollout({
      template: { metadata: { annotations: { token: CANARY } } },
    }),
    'what ConfigMaps hold': configMap({ pw: CANARY }),
    'JSON in JSON': configMap({
      a: JSON.stringify({ b: JSON.stringify({ c: CANARY }) }),
    }),
    'a whole Secret in a ConfigMap': configMap({
      'secret.yaml': dump(secret({ stringData: { a: CANARY } })),
    }),
    'URLs with user and password': deployment({
      env: [{ name: 'URL', value: `mongodb://me:${CANARY}@db` }],
    }),
    'configuration of step plugins': rollout({
      strategy: {
        canary: {
          steps: [{ plugin: { name: 'p', config: { token: CANARY } } }],
          trafficRouting: { plugins: { 'example/p': { token: CANARY } } },
        },
      },
    }),
    'arguments of analyses': rollout({
      strategy: {
        canary: { analysis: { args: [{ name: 'token', value: CANARY }] } },
      },
    }),
    'headers of analyses': object('argoproj.io/v1alpha1', 'AnalysisTemplate', {
      spec: {
        metrics: [
          {
            name: 'a',
            provider: {
              web: { headers: [{ key: 'Authorization', value: CANARY }] },
            },
          },
        ],
      },
    }),
    'custom resources': object('example.com/v1', 'Database', {
      spec: { name: CANARY, users: [{ name: 'me', password: CANARY }] },
    }),
    'labels that are no labels': {
      ...deployment({}),
      metadata: { name: 'web', labels: { a: `x ${CANARY}` } },
    },
    'a mapping where a word belongs': rollout({ replicas: { a: CANARY } }),
  };
  it.each(Object.keys(hidden))('is not: %s', async what => {
    const text = await shown([hidden[what]]);
    expect(text).toContain('•••');
    expect(text).not.toContain(CANARY);
  });

  it('is no number and no boolean that is not listed', async () => {
    const text = await shown([
      object('example.com/v1', 'Database', {
        spec: { pin: 987654, open: true, ratio: 0.125, nothing: null },
      }),
      configMap({ pin: 987654 }),
      deployment({ env: [{ name: 'PIN', value: 987654 }] }),
    ]);
    expect(text).not.toMatch(/987654|0\.125|open: true|nothing: null/);
    expect(text).toContain('pin: •••');
  });

  it('says for one path whether it is the same, and never across paths', async () => {
    const { differences: found, patch } = await differences(
      deployment({
        args: ['--a', '--b'],
        env: [
          { name: 'REMOVED', value: 'x' },
          { name: 'SAME', value: 'x' },
          { name: 'OTHER', value: 'x' },
        ],
      }),
      deployment({
        args: ['--a', '--c'],
        env: [
          { name: 'SAME', value: 'x' },
          { name: 'OTHER', value: 'y' },
          { name: 'ADDED', value: 'x' },
        ],
      }),
    );
    const containers = [
      'spec',
      'template',
      'spec',
      'containers',
      { name: 'web' },
    ];
    expect(found).toEqual([
      {
        change: 'changed',
        path: [...containers, 'args'],
        before: ['••• (same)', '••• (different)'],
        after: ['••• (same)', '••• (different)'],
      },
      {
        change: 'removed',
        path: [...containers, 'env', { name: 'REMOVED' }],
        before: { name: 'REMOVED', value: '•••' },
      },
      {
        change: 'changed',
        path: [...containers, 'env', { name: 'OTHER' }, 'value'],
        before: '••• (different)',
        after: '••• (different)',
      },
      {
        change: 'added',
        path: [...containers, 'env', { name: 'ADDED' }],
        after: { name: 'ADDED', value: '•••' },
      },
    ]);
    expect(patch.split('\n').filter(line => /^[+-] /.test(line))).toEqual([
      '-            - ••• (different)',
      '+            - ••• (different)',
      '-            - name: REMOVED',
      '-              value: •••',
      '-              value: ••• (different)',
      '+              value: ••• (different)',
      '+            - name: ADDED',
      '+              value: •••',
    ]);
  });

  it('tells that only what is cut off an image differs', async () => {
    const image = (user: string) => deployment({ image: `${user}@host/web:1` });
    const { differences: found } = await differences(
      image('a:b'),
      image('a:c'),
    );
    expect(found).toMatchObject([
      { before: '••• (different)', after: '••• (different)' },
    ]);
  });

  it('masks what tells items of a list apart', async () => {
    const mount = (mountPath: string) =>
      deployment({ volumeMounts: [{ name: 'v', mountPath }] });
    const { differences: found } = await differences(
      mount('/secret/a'),
      mount('/secret/b'),
    );
    expect(JSON.stringify(found)).toContain('{"mountPath":"•••"}');
    expect(JSON.stringify(found)).not.toContain('/secret/');
  });
});
