import {
  GITOPS,
  layOut,
  memoryRepositories,
  sourceOf,
} from '../../overlays/__testUtils__/layOut';
import { LaidOutTarget } from '../../variants/rendering/TargetLayouts';
import { FoundChart, deliveryCharts } from '../charts/deliveryCharts';
import { chooseValues } from './chooseValues';
import { repositoryValues } from './repositoryValues';

const CHART = {
  'charts/web/Chart.yaml': 'name: web\nversion: 1.0.0\n',
  'charts/web/values.yaml': 'replicas: 1\n',
};

const SOPS_YAML = `password: ENC[AES256_GCM,data:9A==,iv:5Q==,tag:7g==,type:str]
sops:
    mac: ENC[AES256_GCM,data:0w==,iv:9A==,tag:5Q==,type:str]
    version: 3.9.0
`;
const SOPS_JSON = `{
\t"password": "ENC[AES256_GCM,data:9A==,iv:5Q==,tag:7g==,type:str]",
\t"sops": {
\t\t"version": "3.9.0"
\t}
}
`;

/** Of no target, as far as it is looked at. */
const NO_USES = { uses: [] as FoundChart['uses'] } as FoundChart;

const kustomization = (...more: string[]) =>
  `helmGlobals: { chartHome: ../../charts }\nhelmCharts:\n  - name: web\n${more
    .map(line => `    ${line}\n`)
    .join('')}`;

const choose = async (files: Record<string, string>, chart = NO_USES) => {
  const laidOut = await memoryRepositories({
    [GITOPS]: { ...CHART, ...files },
  }).layOut(
    { repository: GITOPS, revision: 'main' },
    repositoryValues({ name: 'web', directory: 'charts/web' }),
  );
  const { notes, sets } = chooseValues(chart, laidOut);
  return {
    names: sets.map(({ name }) => name),
    notes: notes.map(({ id, parameters }) => [id, parameters]),
  };
};

describe('chooseValues', () => {
  it('takes what a kustomization says itself, whatever else it is built of', async () => {
    expect(
      await choose({
        'apps/web/kustomization.yaml': `resources: [missing.yaml]\n${kustomization(
          'valuesFile: values.yaml',
        )}`,
        'apps/web/values.yaml': 'replicas: 2\n',
      }),
    ).toEqual({ names: ['apps/web/values.yaml'], notes: [] });
  });

  it('says what it cannot read', async () => {
    expect(
      await choose({
        'apps/web/kustomization.yaml': kustomization('valuesFile: values.yaml'),
      }),
    ).toEqual({
      names: [],
      notes: [
        [
          'valuesNotTried',
          {
            file: 'apps/web/kustomization.yaml',
            message: expect.stringContaining('apps/web/values.yaml'),
          },
        ],
      ],
    });
  });

  it('reads no more of all kustomizations together than of one, and says how many are left out', async () => {
    const padding = `# ${'x'.repeat(400 * 1024)}\n`;
    expect(
      await choose(
        Object.fromEntries(
          ['a', 'b', 'c', 'd'].map(name => [
            `apps/${name}/kustomization.yaml`,
            padding + kustomization(`valuesInline: { name: ${name} }`),
          ]),
        ),
      ),
    ).toEqual({
      names: ['apps/a/kustomization.yaml', 'apps/b/kustomization.yaml'],
      notes: [['valuesLeftOut', { number: 2 }]],
    });
  });

  it('reads no more than twenty, and proves with ten', async () => {
    const { names, notes } = await choose(
      Object.fromEntries(
        Array.from({ length: 25 }, (_, index) => [
          `apps/${index}/kustomization.yaml`,
          kustomization(`valuesInline: { index: ${index} }`),
        ]),
      ),
    );
    expect(names).toHaveLength(10);
    expect(notes).toEqual([['valuesLeftOut', { number: 15 }]]);
  });

  it('reads a values file that is named again and again a hundred times at most', async () => {
    const { names, notes } = await choose({
      'apps/web/kustomization.yaml': `helmGlobals: { chartHome: ../../charts }\nhelmCharts:\n${'  - { name: web, valuesFile: values.yaml }\n'.repeat(
        5_000,
      )}`,
      'apps/web/values.yaml': 'replicas: 2\n',
    });
    expect(names).toEqual(['apps/web/values.yaml']);
    expect(notes).toEqual([['valuesLeftOut', { number: 4_900 }]]);
  });

  it.each([
    ['secrets.yaml', SOPS_YAML],
    ['secrets.json', SOPS_JSON],
  ])('leaves out what SOPS has encrypted: %s', async (name, text) => {
    expect(
      await choose({
        'apps/web/kustomization.yaml': kustomization(
          'valuesFile: values.yaml',
          `additionalValuesFiles: [${name}]`,
        ),
        'apps/web/values.yaml': 'replicas: 2\n',
        [`apps/web/${name}`]: text,
        'charts/web/values-secret.yaml': SOPS_YAML,
        'charts/web/values-of-sops.yaml':
          'objects:\n  - sops:\n      mac: ENC[AES256_GCM,data:9A==]\n',
      }),
    ).toEqual({
      names: ['charts/web/values-of-sops.yaml', 'apps/web/values.yaml'],
      notes: expect.arrayContaining([
        ['valuesEncrypted', { file: 'charts/web/values-secret.yaml' }],
        ['valuesEncrypted', { file: `apps/web/${name}` }],
      ]),
    });
  });

  it('leaves out what helm-secrets would decrypt for the target', async () => {
    const files = {
      ...CHART,
      'charts/web/secrets.yaml': SOPS_YAML,
      'charts/web/more.yaml': 'replicas: 3\n',
    };
    const laidOut = await layOut(
      { [GITOPS]: files },
      sourceOf({
        path: 'charts/web',
        helm: { valueFiles: ['more.yaml', 'secrets://secrets.yaml'] },
      }),
    );
    const [chart] = deliveryCharts({ sources: [laidOut] } as LaidOutTarget, []);
    expect(await choose(files, chart)).toEqual({
      names: ['charts/web/more.yaml'],
      notes: [['valuesEncrypted', { file: 'charts/web/secrets.yaml' }]],
    });
  });
});
