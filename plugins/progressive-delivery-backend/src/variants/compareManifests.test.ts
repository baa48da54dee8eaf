import { compareManifests, toDocumentChange } from './compareManifests';
import { Manifest, parseManifests } from './manifests';
import { summarize } from './summarize';

const workload = (
  kind: 'Deployment' | 'Rollout',
  name: string,
  annotations = 'argocd.argoproj.io/sync-options: PruneLast=true',
) =>
  parseManifests(`
apiVersion: ${kind === 'Rollout' ? 'argoproj.io/v1alpha1' : 'apps/v1'}
kind: ${kind}
metadata:
  name: ${name}
  namespace: agents
  annotations: { ${annotations} }
spec:
  replicas: 3
  strategy: ${
    kind === 'Rollout' ? '{ canary: { steps: [{ pause: {} }] } }' : '{}'
  }
`)[0];

const configMap = (name: string, value: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'agents' },
  data: { value },
});

describe('compareManifests', () => {
  it('pairs a Deployment with the Rollout of its name, whatever the order', () => {
    const { changes, unchanged } = compareManifests(
      [
        configMap('a', '1'),
        workload('Deployment', 'agents'),
        configMap('b', '1'),
      ],
      [
        workload('Rollout', 'agents'),
        configMap('b', '2'),
        configMap('a', '1'),
        configMap('c', '1'),
      ],
    );
    expect(unchanged).toBe(1);
    expect(
      changes.map(({ change, before, after }) => [
        change,
        before?.metadata.name,
        after?.metadata.name,
      ]),
    ).toEqual([
      ['kind-changed', 'agents', 'agents'],
      ['changed', 'b', 'b'],
      ['added', undefined, 'c'],
    ]);
  });

  it('shows what is added and removed against nothing', () => {
    const [change] = compareManifests([configMap('a', '1')], []).changes;
    expect(toDocumentChange(change)).toEqual({
      change: 'removed',
      before: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        namespace: 'agents',
        name: 'a',
      },
      after: undefined,
      patch: expect.stringMatching(
        /^--- a\/ConfigMap agents\/a\n\+\+\+ \/dev\/null\n@@ -1,7 \+0,0 @@\n-apiVersion: v1\n/,
      ),
    });
  });

  it('takes two documents of one name for two', () => {
    expect(
      compareManifests(
        [configMap('a', '1'), configMap('a', '2')],
        [configMap('a', '1')],
      ),
    ).toMatchObject({ unchanged: 1, changes: [{ change: 'removed' }] });
  });
});

describe('summarize', () => {
  const summary = (before: Manifest[], after: Manifest[]) =>
    summarize(compareManifests(before, after));

  it('warns where the old kind may go before the new one is ready', () => {
    expect(
      summary(
        [workload('Deployment', 'agents', ''), configMap('a', '1')],
        [workload('Rollout', 'agents', ''), configMap('a', '2')],
      ),
    ).toBe(
      'Deployment agents becomes a Rollout of the same name; 1 other manifest changes with it. Without PruneLast=true on the Deployment, Argo CD may remove it before the new pods are ready: an outage. Later releases go through 1 canary step.',
    );
  });

  it('names several workloads', () => {
    expect(
      summary(
        [workload('Rollout', 'agents'), workload('Rollout', 'controllers')],
        [
          workload('Deployment', 'agents'),
          workload('Deployment', 'controllers'),
        ],
      ),
    ).toBe(
      'Rollout agents becomes a Deployment and Rollout controllers becomes a Deployment of the same name. Argo CD starts the Deployment beside the Rollout, and removes the Rollout once the Deployment is healthy. Later releases roll out at once, without canary steps.',
    );
  });

  it('says so where no kind changes, or nothing at all', () => {
    expect(summary([configMap('a', '1')], [configMap('a', '2')])).toBe(
      'No workload changes its kind; 1 manifest differs.',
    );
    expect(summary([configMap('a', '1')], [configMap('a', '1')])).toBe(
      'No rendered manifest changes.',
    );
  });
});

describe('parseManifests', () => {
  it('takes lists apart and leaves empty documents out', () => {
    expect(
      parseManifests(
        '---\n# nothing\n---\napiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: A, metadata: {name: a}}\n- {apiVersion: v1, kind: B, metadata: {generateName: b-}}\n',
      ).map(({ kind }) => kind),
    ).toEqual(['A', 'B']);
  });

  it.each([
    ['a: [', /not valid YAML/],
    ['just text', /no Kubernetes object/],
    ['kind: A\nmetadata: {}\n', /apiVersion: Required/],
    [
      '---\napiVersion: v1\nkind: A\nmetadata: {}\n'.repeat(5_001),
      /more than 5000 objects/,
    ],
  ])('refuses what is none', (output, message) => {
    expect(() => parseManifests(output)).toThrow(message);
  });
});
