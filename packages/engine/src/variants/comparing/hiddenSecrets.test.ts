import { dump } from 'js-yaml';
import { Manifest, parseManifests } from '../manifests/manifests';
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
    const started = process.cpuUsage();
    const text = await shown(hostile, { values: true });
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
    expect(text).not.toContain('aaaaaaaab');
  });
});
