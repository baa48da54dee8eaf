import { Manifest } from '../manifests/manifests';
import { Masker } from '../secrets/Masker';
import { compareVariants } from './compareVariants';
import { describeUnstable } from './describeUnstable';
import { summarize } from './summarize';

const configMap = (name: string, data: Record<string, string>): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'shop' },
  data,
});

const workload = (
  kind: 'Deployment' | 'Rollout',
  annotations: Record<string, string>,
  image = 'shop:1',
): Manifest => ({
  apiVersion: kind === 'Rollout' ? 'argoproj.io/v1alpha1' : 'apps/v1',
  kind,
  metadata: { name: 'shop', namespace: 'shop' },
  spec: {
    template: {
      metadata: { annotations },
      spec: { containers: [{ name: 'shop', image }] },
    },
  },
});

const pod = (name: string, image = 'test:1'): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop' },
  spec: { containers: [{ name: 'test', image }] },
});

const compare = async (
  [before, after]: [Manifest[], Manifest[]],
  [beforeAgain, afterAgain]: [Manifest[], Manifest[]],
) => {
  const comparison = await compareVariants({
    before,
    after,
    again: { before: beforeAgain, after: afterAgain },
  });
  const masker = await Masker.create([...before, ...after], { values: false });
  return {
    unchanged: comparison.unchanged.length,
    changes: comparison.changes.map(change => ({
      change: change.change,
      fields:
        'differences' in change
          ? change.differences.map(
              ({ path, unstable }) =>
                `${path.map(String).join('.')}${unstable ? ' (unstable)' : ''}`,
            )
          : undefined,
    })),
    unstable: describeUnstable(comparison.unstable, masker).map(
      ({ object, paths }) => [object.name, paths.join()],
    ),
    sentences: summarize(comparison, masker).map(({ id }) => id),
  };
};

describe('compareVariants', () => {
  it('is the comparison of both where each renders the same each time', async () => {
    const variants = {
      before: [configMap('a', { key: 'old' })],
      after: [configMap('a', { key: 'new' })],
    };
    expect(await compareVariants({ ...variants, again: variants })).toEqual(
      await compareVariants(variants),
    );
  });

  it('takes a document that differs by itself for unchanged, and tells where it does', async () => {
    expect(
      await compare(
        [[configMap('a', { at: '1' })], [configMap('a', { at: '2' })]],
        [[configMap('a', { at: '3' })], [configMap('a', { at: '4' })]],
      ),
    ).toEqual({
      unchanged: 1,
      changes: [],
      unstable: [['a', 'data,at']],
      sentences: ['nothingChanges', 'rendersDifferently'],
    });
  });

  it('tells it also where both variants happen to be the same', async () => {
    const both = [configMap('a', { at: '1' })];
    expect(
      await compare(
        [both, both],
        [[configMap('a', { at: '2' })], [configMap('a', { at: '2' })]],
      ),
    ).toMatchObject({ unchanged: 1, unstable: [['a', 'data,at']] });
  });

  it('marks such fields of what the change does change', async () => {
    expect(
      await compare(
        [
          [workload('Deployment', { at: '1' }, 'shop:1')],
          [workload('Rollout', { at: '2' }, 'shop:2')],
        ],
        [
          [workload('Deployment', { at: '3' }, 'shop:1')],
          [workload('Rollout', { at: '4' }, 'shop:2')],
        ],
      ),
    ).toMatchObject({
      changes: [
        {
          change: 'kind-changed',
          fields: [
            'spec.template.metadata.annotations.at (unstable)',
            'spec.template.spec.containers.[object Object].image',
          ],
        },
      ],
      unstable: [['shop', 'spec,template,metadata,annotations,at']],
    });
  });

  it('keeps a change of its kind where nothing else but what is unstable differs', async () => {
    const { changes, sentences } = await compare(
      [
        [workload('Deployment', { at: '1' })],
        [workload('Rollout', { at: '2' })],
      ],
      [
        [workload('Deployment', { at: '3' })],
        [workload('Rollout', { at: '4' })],
      ],
    );
    expect(changes).toMatchObject([{ change: 'kind-changed' }]);
    expect(sentences).toContain('podsStay');
  });

  it('keeps a change that is there each time', async () => {
    const { changes, unstable } = await compare(
      [[configMap('a', { key: 'old' })], [configMap('a', { key: 'new' })]],
      [[configMap('a', { key: 'old' })], [configMap('a', { key: 'new' })]],
    );
    expect(changes).toEqual([{ change: 'changed', fields: ['data.key'] }]);
    expect(unstable).toEqual([]);
  });

  it('takes a document of another name each time for the same one', async () => {
    expect(
      await compare(
        [[pod('test-x1')], [pod('test-x2')]],
        [[pod('test-x3')], [pod('test-x4')]],
      ),
    ).toEqual({
      unchanged: 1,
      changes: [],
      unstable: [['test-x2', 'metadata,name']],
      sentences: ['nothingChanges', 'rendersDifferently'],
    });
  });

  it('still tells what changes of it, and what is added and removed', async () => {
    const { changes } = await compare(
      [
        [pod('test-x1', 'test:1'), configMap('gone', {})],
        [pod('test-x2', 'test:2'), pod('more-x2'), configMap('come', {})],
      ],
      [
        [pod('test-x3', 'test:1'), configMap('gone', {})],
        [pod('test-x4', 'test:2'), pod('more-x4'), configMap('come', {})],
      ],
    );
    expect(changes.map(({ change }) => change).sort()).toEqual([
      'added',
      'added',
      'changed',
      'removed',
    ]);
    expect(changes.find(({ change }) => change === 'changed')?.fields).toEqual(
      expect.arrayContaining([
        'metadata.name (unstable)',
        'spec.containers.[object Object].image',
      ]),
    );
  });

  it('shows no value of what it tells', async () => {
    const secret = (value: string): Manifest => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'a' },
      stringData: { password: value },
    });
    const again = { before: [secret('r4nd0m-3')], after: [secret('r4nd0m-4')] };
    const before = [secret('r4nd0m-1')];
    const after = [secret('r4nd0m-2')];
    const { unstable } = await compareVariants({ before, after, again });
    const masker = await Masker.create([...before, ...after], {
      values: true,
    });
    expect(describeUnstable(unstable, masker)).toEqual([
      {
        object: { apiVersion: 'v1', kind: 'Secret', name: 'a' },
        paths: [['stringData', 'password']],
      },
    ]);
  });
});
