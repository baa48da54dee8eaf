import { sourceOf, subjectOf } from './__testUtils__/layOut';
import { Entry, treeOf } from '../git/__testUtils__/treeOf';
import { overlayFiles } from './overlayFiles';

async function select(files: Record<string, Entry>, path = 'app') {
  const { paths } = await overlayFiles(
    { ...sourceOf(), path },
    {
      subject: subjectOf(),
      refs: new Set(),
    },
  ).select(treeOf(files));
  return Array.from(paths).sort();
}

/** An overlay with this for a kustomization, and these files in addition. */
const overlay = (kustomization: string, files: Record<string, Entry> = {}) =>
  select({ 'app/kustomization.yaml': kustomization, ...files });

const chart = (files: Record<string, Entry>) =>
  overlay('helmCharts: [{ name: web }]\n', {
    'app/charts/web/Chart.yaml': 'name: web\n',
    ...files,
  });

const refusal = (reason: string) =>
  expect.objectContaining({
    name: 'InputError',
    message: expect.stringContaining(`Cannot preview: ${reason}`),
  });

describe('overlayFiles refuses', () => {
  it.each([
    'resources: ["https://github.com/a/b?ref=main"]',
    'resources: ["github.com/a/b"]',
    'resources: ["git@github.com:a/b.git"]',
    'bases: ["ssh://git@example.com/a/b"]',
    'components: ["https://example.com/a"]',
    'patches: [{ path: "https://example.com/patch.yaml" }]',
    'crds: ["https://example.com/crd.yaml"]',
    'openapi: { path: "https://example.com/openapi.json" }',
    'configMapGenerator: [{ files: ["a=https://example.com/a"] }]',
    'helmGlobals: { chartHome: "https://example.com" }\n',
    'helmCharts: [{ name: web, valuesFile: "https://example.com/v.yaml" }]',
  ])('what is remote: %s', async kustomization => {
    await expect(
      overlay(kustomization, { 'app/charts/web/Chart.yaml': 'name: web\n' }),
    ).rejects.toThrow(
      /^Cannot preview: [\w.[\]]+ ".*" of app\/kustomization.yaml is remote, or could be taken for something that is/,
    );
  });

  it('a directory whose name could be a remote repository', async () => {
    await expect(
      overlay('resources: ["me@example.com/base"]', {
        'app/me@example.com/base/kustomization.yaml': '',
      }),
    ).rejects.toThrow(
      refusal(
        '"me@example.com/base" of app/kustomization.yaml could be taken for a remote repository',
      ),
    );
  });

  it.each([
    ['resources: [/etc/passwd]', 'resources'],
    ['components: [/part]', 'components'],
    ['helmGlobals: { chartHome: /charts }', 'helmGlobals.chartHome'],
    ['secretGenerator: [{ envs: [/etc/passwd] }]', 'secretGenerator.envs'],
  ])('an absolute path: %s', async (kustomization, field) => {
    await expect(overlay(kustomization)).rejects.toThrow(
      new RegExp(
        `preview: ${field} "/.*" of app/kustomization.yaml is an absolute path`,
      ),
    );
  });

  it.each([
    ['resources: [../../secret.yaml]', 'resources'],
    ['bases: [../..]', 'bases'],
    ['helmGlobals: { chartHome: ../../charts }', 'helmGlobals.chartHome'],
    [
      'helmCharts: [{ name: web, valuesFile: ../../v.yaml }]',
      'helmCharts\\[0\\].valuesFile',
    ],
    [
      'helmCharts: [{ name: web, additionalValuesFiles: [../../v.yaml] }]',
      'helmCharts\\[0\\].additionalValuesFiles',
    ],
  ])('a path out of the repository: %s', async (kustomization, field) => {
    await expect(
      overlay(kustomization, { 'app/charts/web/Chart.yaml': 'name: web\n' }),
    ).rejects.toThrow(
      new RegExp(
        `preview: ${field} ".*" of app/kustomization.yaml leads out of the repository`,
      ),
    );
  });

  it.each([
    [
      'helmChartInflationGenerator: [{}]',
      'helmChartInflationGenerator',
      'is not supported',
    ],
    [
      'helmGlobals: { configHome: . }',
      'helmGlobals.configHome',
      'is not supported',
    ],
    [
      'helmCharts: [{ name: web, releaseName: --post-renderer=evil }]',
      'helmCharts.0.releaseName',
      'is invalid',
    ],
  ])(
    'what could run or fetch something, at any depth: %s',
    async (evil, field, reason) => {
      await expect(overlay(evil)).rejects.toThrow(
        refusal(`The field ${field} of app/kustomization.yaml ${reason}`),
      );
      await expect(
        overlay('resources: [../base]', { 'base/kustomization.yaml': evil }),
      ).rejects.toThrow(
        refusal(`The field ${field} of base/kustomization.yaml ${reason}`),
      );
    },
  );

  it.each(['--post-renderer=evil', 'evil://a', '../base', '/charts'])(
    'a chart that is not there, and would be pulled from %s',
    async repo => {
      const kustomization = JSON.stringify({
        helmCharts: [{ name: 'web', repo }],
      });
      await expect(
        overlay(kustomization, { 'app/charts/web': 'a file' }),
      ).rejects.toThrow(
        refusal(
          'There is no chart at app/charts/web, and the repo of web in app/kustomization.yaml is not the URL of a chart repository',
        ),
      );
    },
  );

  it.each(['x,y.yaml', 'a"b.yaml', 'x,/etc/secret.yaml'])(
    'the values file %s, which helm would split',
    async name => {
      const kustomization = JSON.stringify({
        helmCharts: [{ name: 'web', additionalValuesFiles: [name] }],
      });
      await expect(
        overlay(kustomization, {
          'app/charts/web/Chart.yaml': 'name: web\n',
          [`app/${name}`.replace('//', '/')]: '',
        }),
      ).rejects.toThrow(
        /helm would split the path of the values file .* rename it without commas and quotes/,
      );
    },
  );

  it('a file that asks for a function to be run', async () => {
    for (const group of ['config.kubernetes.io', 'config.k8s.io']) {
      await expect(
        overlay('resources: [a.yaml]', {
          'app/a.yaml': `metadata: { annotations: { ${group}/function: evil } }`,
        }),
      ).rejects.toThrow(refusal('app/a.yaml asks for a function to be run'));
    }
  });

  it.each([
    ['resources: [none.yaml]', 'app/none.yaml, which app/kustomization.yaml'],
    ['components: [none]', 'app/none, which app/kustomization.yaml names'],
    ['patches: [{ path: none.yaml }]', 'app/none.yaml does not exist'],
    ['resources: [folder]', 'app/folder has no kustomization.yaml'],
    ['crds: [folder]', 'app/folder is a directory or leads to one'],
    ['helmCharts: [{ name: none }]', 'There is no chart at app/charts/none'],
  ])('what is not there: %s', async (kustomization, reason) => {
    await expect(
      overlay(kustomization, { 'app/folder/a.yaml': '' }),
    ).rejects.toThrow(refusal(reason));
  });

  it('a directory that is not there', async () => {
    await expect(select({ a: '' }, 'app')).rejects.toThrow(
      expect.objectContaining({
        name: 'NotFoundError',
        message:
          'Cannot preview: There is no directory app in the repository at 11111111',
      }),
    );
  });

  it('a source that is no path within the repository', async () => {
    for (const path of ['../other', '/app', 'https://example.com/app']) {
      await expect(select({ a: '' }, path)).rejects.toThrow(
        `Cannot preview: path ${JSON.stringify(path)} of spec.source`,
      );
    }
  });

  it('a chart with a dependency that is not there', async () => {
    await expect(
      chart({
        'app/charts/web/Chart.yaml':
          'dependencies: [{ name: redis, repository: "https://example.com" }]',
      }),
    ).rejects.toThrow(
      refusal(
        'The dependency redis is not in the repository (app/charts/web/charts)',
      ),
    );
  });

  it('a chart whose schema refers elsewhere', async () => {
    await expect(
      chart({ 'app/charts/web/values.schema.json': '{"$ref":"file:///etc"}' }),
    ).rejects.toThrow(
      refusal(
        'app/charts/web/values.schema.json refers to another schema: $ref "file:///etc"',
      ),
    );
  });

  describe('links', () => {
    it.each([
      ['/etc/passwd', 'leads out of the repository'],
      ['../../etc/passwd', 'leads out of the repository'],
      ['..', 'is a directory or leads to one'],
      ['none.yaml', 'app/none.yaml does not exist'],
      ['folder', 'is a directory or leads to one'],
      ['a.yaml', 'app/a.yaml is a chain of symbolic links'],
    ])('to %s, where a file is needed', async (link, reason) => {
      await expect(
        overlay('crds: [a.yaml]', {
          'app/a.yaml': { link },
          'app/folder/a': '',
        }),
      ).rejects.toThrow(reason);
    });

    it('for a kustomization', async () => {
      await expect(
        select({
          'app/kustomization.yaml': { link: '../other.yaml' },
          'other.yaml': '',
        }),
      ).rejects.toThrow(refusal('app/kustomization.yaml is a symbolic link'));
    });

    it('that lead out, also where nothing names them', async () => {
      await expect(
        overlay('', { 'app/unnamed': { link: '../../secret' } }),
      ).rejects.toThrow(
        refusal('The symbolic link app/unnamed leads out of the repository'),
      );
    });

    it('of a chart to a directory, by any way, where what is in it would be refused', async () => {
      const evil = {
        'evil/Chart.yaml': 'name: evil\n',
        'evil/values.schema.json': '{"$ref":"https://example.com"}',
      };
      const path = 'app/charts/web/charts/evil';
      for (const [link, more] of [
        ['../../../../evil', {}],
        ['../../../../other', { other: { link: 'evil' } }],
      ] as const) {
        await expect(
          chart({ [path]: { link }, ...more, ...evil }),
        ).rejects.toThrow(
          refusal(`${path}/values.schema.json refers to another schema`),
        );
      }
    });

    it('but follows those that stay, and takes what they lead to', async () => {
      const paths = await chart({
        'app/charts/web/templates/a.yaml': {
          link: '../../../../shared/a.yaml',
        },
        'shared/a.yaml': '',
        'app/docs': { link: '../documents' },
        'documents/a': '',
        'documents/b': { link: '../more' },
        more: '',
        unrelated: '',
      });
      expect(paths).toEqual([
        'app/charts/web/Chart.yaml',
        'app/charts/web/templates/a.yaml',
        'app/docs',
        'app/kustomization.yaml',
        'documents/a',
        'documents/b',
        'more',
        'shared/a.yaml',
      ]);
    });
  });
});
