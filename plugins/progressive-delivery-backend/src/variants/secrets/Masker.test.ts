import { dump } from 'js-yaml';
import { compareManifests } from '../comparing/compareManifests';
import { describeChanges } from '../comparing/describeChanges';
import { Manifest, parseManifests } from '../manifests/manifests';
import { Masker } from './Masker';

const CANARY = 's3cr3t-c4n4ry';

const object = (
  apiVersion: string,
  kind: string,
  fields: Record<string, unknown>,
  name = 'web',
): Manifest => ({ apiVersion, kind, metadata: { name }, ...fields });

const secret = (fields: Record<string, unknown>): Manifest =>
  object('v1', 'Secret', fields, 'credentials');

const configMap = (data: Record<string, unknown>, name = 'settings') =>
  object('v1', 'ConfigMap', { data }, name);

const deployment = (
  container: Record<string, unknown>,
  pod: Record<string, unknown> = {},
) =>
  object('apps/v1', 'Deployment', {
    spec: {
      replicas: 3,
      template: {
        spec: { containers: [{ name: 'web', ...container }], ...pod },
      },
    },
  });

const rollout = (spec: Record<string, unknown>) =>
  object('argoproj.io/v1alpha1', 'Rollout', { spec });

/** What people are shown of an edit that adds the objects, and of one that changes a label of each. */
async function shown(
  manifests: Manifest[],
  { values = false }: { values?: boolean } = {},
): Promise<string> {
  const labelled = manifests.map(manifest => ({
    ...manifest,
    metadata: { ...manifest.metadata, labels: { edited: 'yes' } },
  }));
  const answers = [];
  for (const before of [[], labelled]) {
    const { changes } = await compareManifests(before, manifests);
    const masker = await Masker.create([...before, ...manifests], { values });
    answers.push(await describeChanges(changes, masker));
  }
  return JSON.stringify(answers);
}

async function differences(before: Manifest, after: Manifest, values = false) {
  const { changes } = await compareManifests([before], [after]);
  const masker = await Masker.create([before, after], { values });
  const [{ differences: found, patch }] = await describeChanges(
    changes,
    masker,
  );
  return { differences: found, patch };
}

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

describe('what Secrets hold', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const holder = secret({ stringData: { a: CANARY } });

  const holders: Record<string, Manifest> = {
    data: secret({ data: { a: base64(CANARY) } }),
    stringData: holder,
    'stringdata, misspelt': secret({ stringdata: { a: CANARY } }),
    'annotations of a Secret': {
      ...secret({}),
      metadata: { name: 's', annotations: { note: CANARY } },
    },
    'what was applied last': {
      ...secret({}),
      metadata: {
        name: 's',
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration':
            JSON.stringify(holder),
        },
      },
    },
    'a Secret in a list': parseManifests(
      dump({ apiVersion: 'v1', kind: 'List', items: [holder] }),
    )[0],
    'a Secret within another object': object('example.com/v1', 'Bundle', {
      spec: { manifests: [holder] },
    }),
    'a Secret as YAML in a ConfigMap': configMap({ a: dump(holder) }),
    'a Secret as JSON in a ConfigMap': configMap({ a: JSON.stringify(holder) }),
    'a Secret as JSON in JSON': configMap({
      a: JSON.stringify({ b: JSON.stringify(holder) }),
    }),
    'a Secret as base64': object('v1', 'ConfigMap', {
      binaryData: { a: base64(dump(holder)) },
    }),
    'the template of an ExternalSecret': object(
      'external-secrets.io/v1',
      'ExternalSecret',
      { spec: { target: { template: { data: { a: CANARY } } } } },
    ),
    'the template of a SealedSecret': object(
      'bitnami.com/v1alpha1',
      'SealedSecret',
      { spec: { template: { stringData: { a: CANARY } } } },
    ),
    'an entry of a file': secret({ stringData: { env: `A=1\nPW=${CANARY}` } }),
    'a Docker configuration': secret({
      data: {
        '.dockerconfigjson': base64(
          JSON.stringify({ auths: { r: { auth: base64(`me:${CANARY}`) } } }),
        ),
      },
    }),
    'the password of a URL': secret({
      stringData: { url: `postgres://me:${CANARY}@db/app` },
    }),
  };
  const witnesses: Manifest[] = [
    configMap({ a: `it is ${CANARY}`, [CANARY]: 'a' }, 'witness'),
    {
      ...rollout({ selector: { matchLabels: { [CANARY]: CANARY } } }),
      metadata: { name: 'witness', labels: { a: CANARY } },
    },
  ];
  it.each(
    Object.keys(holders).flatMap(what => [
      [what, false] as const,
      [what, true] as const,
    ]),
  )(
    'is shown to nobody, wherever it stands: %s (values: %s)',
    async (what, values) => {
      const text = await shown([holders[what], ...witnesses], { values });
      expect(text).toContain('matchLabels');
      expect(text).not.toContain(CANARY);
      expect(text).not.toContain(base64(CANARY).slice(0, 12));
    },
  );

  const writings: Record<string, unknown> = {
    'in a text': `x${CANARY}x`,
    'as JSON in JSON': JSON.stringify(JSON.stringify({ a: 'pa"ss\\word' })),
    'URL-encoded': `https://host/?q=${encodeURIComponent('pa"ss\\word')}`,
    'as base64': base64(CANARY),
    'as base64 of more': base64(`me:${CANARY}`),
    'as base64 in a URL': `https://h/?a=${encodeURIComponent(
      base64(`m:${CANARY}`),
    )}`,
    'in hexadecimal': Buffer.from(CANARY).toString('hex'),
    'as a number': 7319,
    'as a short word': 'pw is ab1!',
    'as a boolean': true,
    'in a text of several lines': '  first-line-of-it\n  and more',
  };
  it.each(Object.keys(writings))(
    'is not shown to those who may see values %s',
    async writing => {
      const text = await shown(
        [
          secret({
            stringData: {
              a: CANARY,
              b: 'pa"ss\\word',
              c: '7319',
              d: 'ab1!',
              e: 'true',
              f: 'first-line-of-it\nsecond-line-of-it',
            },
          }),
          configMap({ a: writings[writing], other: 'is shown' }),
        ],
        { values: true },
      );
      expect(text).toContain('other: is shown');
      const shownText = JSON.stringify(writings[writing]).slice(1, -1);
      expect(text).not.toContain(shownText);
      expect(text).not.toMatch(/s3cr3t|7319|ab1!|a: true|first-line/);
    },
  );

  it('is masked as a whole scalar of any length, as a number and as a key', async () => {
    const text = await shown([
      secret({ stringData: { a: '3', b: 'x' } }),
      {
        ...rollout({ replicas: 3, selector: { matchLabels: { x: 'y' } } }),
        metadata: { name: 'web', labels: { tier: 'x', other: 'x-3' } },
      },
    ]);
    expect(text).toContain('replicas: •••');
    expect(text).toContain('tier: •••');
    expect(text).toContain("•••: 'y'");
    expect(text).toContain('other: x-3');
  });

  it('tells that it differs and never how, and keeps keys apart that it hides', async () => {
    const { differences: found } = await differences(
      secret({ stringData: { a: 'one-value', one: 'same-value' } }),
      secret({ stringData: { a: 'two-value', one: 'same-value' } }),
      true,
    );
    expect(found).toEqual([
      {
        change: 'changed',
        path: ['stringData', 'a'],
        before: '••• (different)',
        after: '••• (different)',
      },
    ]);
    const text = await shown([
      secret({ stringData: { a: 'key-one', b: 'key-two' } }),
      configMap({ 'key-one': '1', 'key-two': '2', plain: '3' }),
    ]);
    expect(text).toContain('•••: •••');
    expect(text).toContain('••• (2): •••');
    expect(text).toContain('plain: •••');
  });

  it('masks no name of a workload, which is told elsewhere, and those of other objects', async () => {
    const text = await shown([
      secret({ stringData: { user: 'payments', host: 'database' } }),
      object('apps/v1', 'Deployment', {}, 'payments'),
      object('v1', 'Service', {}, 'database'),
    ]);
    expect(text).toContain('"name":"payments"');
    expect(text).not.toContain('database');
  });

  it('shows the rest to those who may see values', async () => {
    const text = await shown(
      [
        holder,
        configMap({ level: 'debug', count: 5 }),
        deployment({
          args: ['--verbose'],
          env: [{ name: 'A', value: 'plain' }],
        }),
      ],
      { values: true },
    );
    for (const expected of ['level: debug', 'count: 5', '--verbose', 'plain']) {
      expect(text).toContain(expected);
    }
  });
});

describe('the time that masking takes', () => {
  it('grows with what there is, not with what it was made to look like', async () => {
    const hostile = [
      secret({
        stringData: Object.fromEntries(
          Array.from({ length: 2_000 }, (_, index) => [
            `k${index}`,
            `${'a'.repeat(index)}b`,
          ]),
        ),
      }),
      secret({
        stringData: { quotes: '"'.repeat(200_000), at: '://'.repeat(60_000) },
      }),
      configMap({
        a: 'a'.repeat(30_000),
        b: '://'.repeat(10_000),
        c: '%41\\'.repeat(8_000),
        d: '"'.repeat(30_000),
        e: 'a'.repeat(1_000_000),
      }),
    ];
    const started = performance.now();
    const text = await shown(hostile, { values: true });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(text).not.toContain('aaaaaaaab');
  });
});
