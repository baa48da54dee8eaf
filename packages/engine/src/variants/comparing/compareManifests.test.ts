import { monitorEventLoopDelay } from 'node:perf_hooks';
import { compareManifests } from './compareManifests';
import { compareVariants } from './compareVariants';
import { describeChanges, describeWhole } from './describeChanges';
import { Manifest, parseManifests } from '../manifests/manifests';
import { Masker } from '../secrets/Masker';
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

const service = (app: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'agents', namespace: 'agents' },
  spec: { selector: { app } },
});

const describeAll = async (
  before: Manifest[],
  after: Manifest[],
  options = { values: false },
) => {
  const compared = await compareManifests(before, after);
  const { changes } = await describeChanges(
    compared.changes,
    await Masker.create([...before, ...after], options),
  );
  return changes;
};

describe('compareManifests', () => {
  it('pairs a Deployment with the Rollout of its name, whatever the order', async () => {
    const { changes, unchanged } = await compareManifests(
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
    expect(unchanged).toHaveLength(1);
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

  it('takes a Rollout beside its Deployment for added', async () => {
    const { changes, unchanged } = await compareManifests(
      [workload('Deployment', 'agents')],
      [workload('Rollout', 'agents'), workload('Deployment', 'agents')],
    );
    expect(unchanged).toHaveLength(1);
    expect(changes).toMatchObject([
      { change: 'added', after: { kind: 'Rollout' } },
    ]);
  });

  it('takes two documents of one name for two', async () => {
    expect(
      await compareManifests(
        [configMap('a', '1'), configMap('a', '2')],
        [configMap('a', '1')],
      ),
    ).toMatchObject({
      unchanged: [{ metadata: { name: 'a' } }],
      changes: [{ change: 'removed' }],
    });
  });
});

describe('describeChanges', () => {
  it('shows what is added and removed against nothing', async () => {
    expect(await describeAll([configMap('a', '1')], [])).toEqual([
      {
        change: 'removed',
        before: {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          namespace: 'agents',
          name: 'a',
        },
        after: undefined,
        differences: [],
        patch: expect.stringMatching(
          /^--- a\/ConfigMap agents\/a\n\+\+\+ \/dev\/null\n@@ -1,7 \+0,0 @@\n-apiVersion: v1\n/,
        ),
        linesAfter: 0,
        shortened: false,
      },
    ]);
  });

  it('shows what differs field by field and as a text', async () => {
    const [{ differences, patch }] = await describeAll(
      [configMap('a', '1')],
      [configMap('a', '2')],
      { values: true },
    );
    expect(differences).toEqual([
      { change: 'changed', path: ['data', 'value'], before: '1', after: '2' },
    ]);
    expect(patch).toContain("-  value: '1'\n+  value: '2'\n");
  });

  it('shortens what is too large to be shown, and says so', async () => {
    const large = (count: number, text: string) =>
      Array.from({ length: count }, (_, index) => ({
        ...configMap(`a-${index}`, ''),
        data: Object.fromEntries(
          Array.from({ length: 100 }, (__, key) => [
            `key-${key}`,
            `${text}\n`.repeat(100),
          ]),
        ),
      }));
    const [before, after] = [large(60, 'before'), large(60, 'after')];
    const changes = await describeAll(before, after, { values: true });
    expect(changes.every(({ shortened }) => shortened)).toBe(true);
    expect(changes[0].patch).toMatch(/\n$/);
    expect(changes[0].patch.length).toBeLessThanOrEqual(64 * 1024);
    expect(changes[0].linesAfter).toBeUndefined();
    // A page ends where it becomes too large.
    expect(JSON.stringify(changes).length).toBeLessThan(512 * 1024);
    expect(changes.length).toBeLessThan(60);
  });

  it('shows 5,000 documents page by page, each of them once', async () => {
    const all = (value: string) =>
      Array.from({ length: 5_000 }, (_, index) =>
        configMap(`a-${index}`, value),
      );
    const [before, after] = [all('1'), all('2')];
    const compared = await compareManifests(before, after);
    const masker = await Masker.create([...before, ...after], {
      values: false,
    });
    const names: (string | undefined)[] = [];
    let from: number | undefined = 0;
    let pages = 0;
    while (from !== undefined) {
      const page = await describeChanges(compared.changes, masker, { from });
      names.push(...page.changes.map(({ after: shown }) => shown?.name));
      expect(JSON.stringify(page.changes).length).toBeLessThan(512 * 1024);
      from = page.next;
      pages += 1;
    }
    expect(names).toEqual(after.map(({ metadata }) => metadata.name));
    expect(pages).toBe(50);
  }, 60_000);

  it('has no page after the last document', async () => {
    const { changes } = await compareManifests([], [configMap('a', '1')]);
    const masker = await Masker.create([], { values: false });
    expect(await describeChanges(changes, masker, { from: 7 })).toMatchObject({
      changes: [],
      next: undefined,
    });
  });

  it('shows a document with all its lines where they are asked for, masked alike', async () => {
    const settings = (value: string): Manifest => ({
      ...configMap('a', value),
      data: Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [
          `key-${String(index).padStart(2, '0')}`,
          index === 20 ? value : 'secret-setting',
        ]),
      ),
    });
    const compared = await compareManifests([settings('1')], [settings('2')]);
    const masker = await Masker.create([], { values: false });
    const { changes } = await describeChanges(compared.changes, masker);
    expect(changes[0].patch).not.toContain('key-16');
    expect(changes[0].linesAfter).toBe(43 + 3 - (27 + 3));
    const whole = await describeWhole(compared.changes[0], masker);
    expect(whole.shortened).toBe(false);
    expect(whole.patch).toContain('   key-00: ••• (same)\n');
    expect(whole.patch).toContain('   key-39: ••• (same)\n');
    expect(whole.patch).toContain('-  key-20: ••• (different)\n');
    expect(whole.patch).not.toContain('secret-setting');
  });
});

describe('summarize', () => {
  const summary = async (before: Manifest[], after: Manifest[]) =>
    summarize(
      await compareVariants({ before, after }),
      await Masker.create([...before, ...after], { values: false }),
    )
      .map(({ text }) => text)
      .join(' ');

  it('warns where the old kind may go before the new one is ready', async () => {
    expect(
      await summary(
        [workload('Deployment', 'agents', ''), configMap('a', '1')],
        [workload('Rollout', 'agents', ''), configMap('a', '2')],
      ),
    ).toBe(
      'Deployment agents becomes a Rollout of the same name. Argo CD may remove the Deployment before the pods of the Rollout are ready, which is an outage: the Deployment does not have the sync option PruneLast=true. The pod template of agents stays the same. Replicas of agents: 3, as before. Later releases go through 1 canary step. ConfigMap a changes in 1 field.',
    );
  });

  it('names several workloads, and says what changes about their pods', async () => {
    const [controllers] = parseManifests(
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: controllers, namespace: agents, annotations: { argocd.argoproj.io/sync-options: PruneLast=true } }\nspec: { replicas: 2, template: { metadata: { labels: { app: a } } } }',
    );
    expect(
      await summary(
        [workload('Rollout', 'agents'), workload('Rollout', 'controllers')],
        [workload('Deployment', 'agents'), controllers],
      ),
    ).toBe(
      'Rollout agents becomes a Deployment of the same name. Rollout controllers becomes a Deployment of the same name. Argo CD starts the Deployment beside the Rollout, and removes the Rollout once the Deployment is healthy. The pod template of agents stays the same. Replicas of agents: 3, as before. The pod template of controllers changes in 1 field. Replicas of controllers: 2 instead of 3. Later releases roll out at once, without canary steps.',
    );
  });

  it('tells whether Services still lead to the pods', async () => {
    const labelled = (kind: 'Deployment' | 'Rollout', app: string) => {
      const manifest = workload(kind, 'agents');
      return {
        ...manifest,
        spec: {
          ...(manifest.spec as object),
          template: { metadata: { labels: { app } } },
        },
      };
    };
    expect(
      await summary(
        [labelled('Deployment', 'a'), service('a')],
        [labelled('Rollout', 'a'), service('a')],
      ),
    ).toContain(' Service agents still selects the pods of agents.');
    expect(
      await summary(
        [labelled('Deployment', 'a'), service('a')],
        [labelled('Rollout', 'b'), service('a')],
      ),
    ).toContain(
      ' Service agents no longer selects the pods of agents, which then get no traffic from it. ',
    );
  });

  it('counts what is too much to be named', async () => {
    const many = (value: string) =>
      ['a', 'b', 'c', 'd', 'e'].map(name => configMap(name, value));
    expect(
      await summary(many('1'), [...many('2').slice(1), service('a')]),
    ).toBe(
      'No workload changes its kind. ConfigMap b changes in 1 field. ConfigMap c changes in 1 field. ConfigMap d changes in 1 field. 3 more manifests change.',
    );
  });

  it('says so where no kind changes, or nothing at all', async () => {
    expect(await summary([configMap('a', '1')], [configMap('a', '2')])).toBe(
      'No workload changes its kind. ConfigMap a changes in 1 field.',
    );
    expect(await summary([configMap('a', '1')], [configMap('a', '1')])).toBe(
      'No rendered manifest changes.',
    );
  });
});

describe('What no API server would take', () => {
  const large = (last: string): Manifest => ({
    ...configMap('large', last),
    items: Array.from({ length: 400_000 }, (_, index) => ({ index })),
  });

  it('is told to differ, and not looked through', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const [before, after] = [large('1'), large('2')];
    delay.enable();
    const changes = await describeAll([before], [after]);
    delay.disable();
    expect(changes).toEqual([
      expect.objectContaining({
        change: 'changed',
        after: expect.objectContaining({ name: 'large' }),
        differences: [],
        patch: '',
        shortened: true,
      }),
    ]);
    const compared = await compareManifests([before], [after]);
    expect(
      await describeWhole(
        compared.changes[0],
        await Masker.create([], { values: true }),
      ),
    ).toEqual({ patch: '', shortened: true });
    expect(delay.max / 1e6).toBeLessThan(1_000);
  });

  it('leaves the others their turn while texts that may be Secrets are taken apart', async () => {
    const text = `kind: Secret\nstringData:\n${Array.from(
      { length: 3_000 },
      (_, index) => `  key${index}: value number ${index}\n`,
    ).join('')}`;
    const manifest: Manifest = {
      ...configMap('texts', ''),
      data: Object.fromEntries(
        Array.from({ length: 20 }, (_, index) => [`a${index}`, text]),
      ),
    };
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const started = performance.now();
    delay.enable();
    const masker = await Masker.create([manifest], { values: false });
    delay.disable();
    expect(masker.name('value number 2999')).toBe('•••');
    expect(delay.max / 1e6).toBeLessThan((performance.now() - started) / 4);
  }, 30_000);
});
