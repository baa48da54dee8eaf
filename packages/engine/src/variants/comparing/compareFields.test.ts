import { formatFieldPath } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { compareObjects } from './compareObjects';
import { parseManifests } from '../manifests/manifests';

const object = (kind: string, text: string) => {
  const [apiVersion, name] = kind.split(' ');
  return parseManifests(
    `apiVersion: ${apiVersion}\nkind: ${name}\nmetadata: { name: a }\n${text}`,
  )[0];
};

/** What changes, field by field, in a line each. */
const changes = (kind: string, before: string, after: string) =>
  compareObjects(object(kind, before), object(kind, after)).differences.map(
    ({ change, path, before: old, after: current }) =>
      [change, formatFieldPath(path), old, current]
        .filter(part => part !== undefined)
        .map(part => (typeof part === 'string' ? part : JSON.stringify(part)))
        .join(' '),
  );

const pod = (spec: string) => `spec: { template: { spec: { ${spec} } } }`;

describe('compareObjects', () => {
  it.each([
    ['fields', 'v1 ConfigMap', 'data: { a: x, b: y }', 'data: { b: y, a: x }'],
    [
      'variables and containers',
      'apps/v1 Deployment',
      pod(
        'containers: [{ name: a, env: [{ name: A, value: x }, { name: B, value: y }] }, { name: b }]',
      ),
      pod(
        'containers: [{ name: b }, { name: a, env: [{ name: B, value: y }, { name: A, value: x }] }]',
      ),
    ],
    [
      'ports, of which TCP is the default',
      'apps/v1 StatefulSet',
      pod(
        'containers: [{ name: a, ports: [{ containerPort: 53, protocol: UDP }, { containerPort: 53 }] }]',
      ),
      pod(
        'containers: [{ name: a, ports: [{ containerPort: 53 }, { containerPort: 53, protocol: UDP }] }]',
      ),
    ],
    [
      'volumes, mounts and tolerations',
      'batch/v1 Job',
      pod(
        'volumes: [{ name: a }, { name: b }], tolerations: [{ key: a, effect: NoSchedule }, { key: b }], containers: [{ name: a, volumeMounts: [{ name: a, mountPath: /a }, { name: b, mountPath: /b }] }]',
      ),
      pod(
        'volumes: [{ name: b }, { name: a }], tolerations: [{ key: b }, { effect: NoSchedule, key: a }], containers: [{ name: a, volumeMounts: [{ name: b, mountPath: /b }, { name: a, mountPath: /a }] }]',
      ),
    ],
    [
      'ports of a Service',
      'v1 Service',
      'spec: { ports: [{ port: 80, name: a }, { port: 81, name: b }] }',
      'spec: { ports: [{ port: 81, name: b }, { port: 80, name: a }] }',
    ],
    [
      'rules of a role, and what is in them',
      'rbac.authorization.k8s.io/v1 Role',
      'rules: [{ verbs: [get, list], resources: [a] }, { verbs: [watch], resources: [b] }]',
      'rules: [{ verbs: [watch], resources: [b] }, { resources: [a], verbs: [list, get] }]',
    ],
    [
      'conditions',
      'example.com/v1 Thing',
      'status: { conditions: [{ type: A, status: x }, { type: B, status: y }] }',
      'status: { conditions: [{ type: B, status: y }, { type: A, status: x }] }',
    ],
  ])('does not mind the order of %s', (_, kind, before, after) => {
    expect(changes(kind, before, after)).toEqual([]);
  });

  it.each([
    [
      'init containers, which run one after the other',
      'initContainers: [{ name: a }, { name: b }]',
      'initContainers: [{ name: b }, { name: a }]',
      'reordered spec.template.spec.initContainers [{"name":"a"},{"name":"b"}] [{"name":"b"},{"name":"a"}]',
    ],
    [
      'variables that refer to others',
      'containers: [{ name: c, env: [{ name: A, value: x }, { name: B, value: $(A) }] }]',
      'containers: [{ name: c, env: [{ name: B, value: $(A) }, { name: A, value: x }] }]',
      'reordered spec.template.spec.containers[name=c].env [{"name":"A"},{"name":"B"}] [{"name":"B"},{"name":"A"}]',
    ],
    [
      'arguments',
      'containers: [{ name: c, args: [a, b] }]',
      'containers: [{ name: c, args: [b, a] }]',
      'changed spec.template.spec.containers[name=c].args ["a","b"] ["b","a"]',
    ],
    [
      'what variables are taken from, where the last one wins',
      'containers: [{ name: c, envFrom: [{ prefix: a }, { prefix: b }] }]',
      'containers: [{ name: c, envFrom: [{ prefix: b }, { prefix: a }] }]',
      'changed spec.template.spec.containers[name=c].envFrom[0].prefix a b',
    ],
  ])('does mind the order of %s', (_, before, after, first) => {
    expect(changes('apps/v1 Deployment', pod(before), pod(after))[0]).toBe(
      first,
    );
  });

  it.each([
    [
      'creationTimestamp',
      '',
      'spec: { template: { metadata: { creationTimestamp: null } } }',
    ],
    [
      'a status without anything in it',
      '',
      'status: { conditions: [], replicas: }',
    ],
    [
      'what is null',
      'spec: { template: { metadata: { annotations: } } }',
      'spec: { template: { metadata: {} } }',
    ],
    ['quotes', 'spec: { a: "x" }', "spec: { a: 'x' }"],
    [
      'how an amount is written',
      pod(
        'containers: [{ name: a, resources: { limits: { cpu: 1000m, memory: 1Gi } } }]',
      ),
      pod(
        'containers: [{ name: a, resources: { limits: { cpu: 1, memory: 1024Mi } } }]',
      ),
    ],
  ])('does not mind %s', (_, before, after) => {
    const text = (more: string) =>
      more.startsWith('spec')
        ? more
        : `spec: { template: { metadata: {} } }\n${more}`;
    expect(changes('apps/v1 Deployment', text(before), text(after))).toEqual(
      [],
    );
  });

  it('tells what differs by where it stands', () => {
    expect(
      changes(
        'apps/v1 Deployment',
        `metadata: { name: a, annotations: { example.com/a: x } }\n${pod(
          'containers: [{ name: a, image: "a:1", env: [{ name: A, value: x }] }, { name: gone }]',
        )}`.replace('metadata', 'other'),
        pod(
          'containers: [{ name: a, image: "a:2", env: [{ name: B, value: "" }, { name: A, value: z }] }]',
        ),
      ),
    ).toEqual([
      'removed other {"name":"a","annotations":{"example.com/a":"x"}}',
      'changed spec.template.spec.containers[name=a].image a:1 a:2',
      'changed spec.template.spec.containers[name=a].env[name=A].value x z',
      'added spec.template.spec.containers[name=a].env[name=B] {"name":"B","value":""}',
      'removed spec.template.spec.containers[name=gone] {"name":"gone"}',
    ]);
  });

  it('tells items apart by their place where two have the same key', () => {
    expect(
      changes(
        'v1 Service',
        'spec: { ports: [{ port: 80, name: a }, { port: 80, name: b }] }',
        'spec: { ports: [{ port: 80, name: a }, { port: 80, name: c }] }',
      ),
    ).toEqual(['changed spec.ports[1].name b c']);
  });

  it('knows what was put into the middle of a list', () => {
    expect(
      changes(
        'example.com/v1 Thing',
        'spec: { steps: [{ a: 1 }, { a: 2 }, { a: 3 }] }',
        'spec: { steps: [{ a: 1 }, { b: 1 }, { a: 2 }, { a: 3 }] }',
      ),
    ).toEqual(['added spec.steps[1] {"b":1}']);
  });

  it('tells an empty text from none, and a text from a number', () => {
    expect(
      changes('v1 ConfigMap', 'data: { a: , b: "1" }', 'data: { b: 1 }'),
    ).toEqual(['removed data.a null', 'changed data.b 1 1']);
  });

  it('writes the second text as the first wherever it means the same', () => {
    const { after } = compareObjects(
      object(
        'apps/v1 Deployment',
        pod('containers: [{ name: a, image: x }, { name: b }, { name: c }]'),
      ),
      object(
        'apps/v1 Deployment',
        pod('containers: [{ name: d }, { name: c }, { name: a, image: z }]'),
      ),
    );
    expect(after).toMatchObject({
      spec: {
        template: {
          spec: {
            containers: [
              { name: 'a', image: 'z' },
              { name: 'c' },
              { name: 'd' },
            ],
          },
        },
      },
    });
  });

  it('takes no longer than its size asks for', () => {
    const list = (count: number, from: number) =>
      `spec: { ports: [${Array.from(
        { length: count },
        (_, index) => `{ port: ${from - index} }`,
      ).join()}] }`;
    const many = 20_000;
    const differences = changes(
      'v1 Service',
      list(many, many),
      list(many, many + many / 2),
    );
    expect(differences).toHaveLength(many);
  });
});

describe('compareObjects, of a Deployment and a Rollout', () => {
  const deployment = object(
    'apps/v1 Deployment',
    'spec: { replicas: 3, strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }, template: { metadata: { labels: { app: a } } } }',
  );
  const rollout = object(
    'argoproj.io/v1alpha1 Rollout',
    'spec: { replicas: 3, rollbackWindow: { revisions: 3 }, strategy: { canary: { maxUnavailable: 0, maxSurge: 25%, steps: [{ pause: {} }] } }, template: { metadata: { labels: { app: a } } } }',
  );

  it('compares what both kinds have, wherever they have it', () => {
    expect(compareObjects(deployment, rollout).differences).toEqual([
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
        before: 1,
        after: '25%',
      },
      {
        change: 'moved',
        path: ['spec', 'strategy', 'canary', 'maxUnavailable'],
        movedFrom: ['spec', 'strategy', 'rollingUpdate', 'maxUnavailable'],
        before: 0,
        after: 0,
      },
      {
        change: 'added',
        path: ['spec', 'strategy', 'canary', 'steps'],
        after: [{ pause: {} }],
        onlyIn: 'Rollout',
      },
      {
        change: 'added',
        path: ['spec', 'rollbackWindow'],
        after: { revisions: 3 },
        onlyIn: 'Rollout',
      },
    ]);
  });

  it('does so on the way back', () => {
    expect(
      compareObjects(rollout, deployment).differences.map(
        ({ change, onlyIn, path }) => [change, formatFieldPath(path), onlyIn],
      ),
    ).toEqual([
      ['moved', 'spec.strategy.rollingUpdate.maxUnavailable', undefined],
      ['moved', 'spec.strategy.rollingUpdate.maxSurge', undefined],
      ['removed', 'spec.strategy.canary.steps', 'Rollout'],
      ['added', 'spec.strategy.type', 'Deployment'],
      ['removed', 'spec.rollbackWindow', 'Rollout'],
    ]);
  });
});
