import { readdirSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GITOPS, memoryRepositories } from '../overlays/__testUtils__/layOut';
import { noCharts } from '../charts/__testUtils__/noCharts';
import { Entry } from '../git/__testUtils__/treeOf';
import { Outside } from './__testUtils__/Outside';
import { renderTool } from './__testUtils__/renderTools';
import { VariantService } from './VariantService';

const CHART = {
  'app/charts/web/Chart.yaml': 'name: web\nversion: 1.0.0\n',
  'app/charts/web/values.yaml': '',
  'app/charts/web/templates/a.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n',
};

// Every rendering is a process or more.
jest.setTimeout(120_000);

describe('A hostile kustomization, rendered by kustomize and helm', () => {
  let outside: Outside;

  beforeAll(async () => {
    outside = await Outside.create();
    // What an attacker would like to see run leaves a trace.
    const evil = join(outside.directory, 'evil');
    await writeFile(
      evil,
      `#!/bin/sh\necho ran > ${outside.directory}/ran\ncat\n`,
    );
    await chmod(evil, 0o755);
  });
  afterAll(() => outside.remove());

  /** What is said of an overlay, as a person sees it. */
  const said = async (
    kustomization: string,
    files: Record<string, Entry> = {},
  ): Promise<string> => {
    const variants = VariantService.create({
      repositories: memoryRepositories({
        [GITOPS]: { 'app/kustomization.yaml': kustomization, ...files },
      }),
      charts: noCharts(),
      helm: renderTool('helm'),
      kustomize: renderTool('kustomize'),
      apiVersions: [],
      concurrency: 2,
    });
    try {
      const { problems } = await variants.describe({
        kind: 'overlay',
        id: 'app',
        title: 'app',
        sources: [{ repository: GITOPS, revision: 'main', path: 'app' }],
        destination: { namespace: 'shop' },
      });
      return problems.map(({ text }) => text).join('\n');
    } catch (error) {
      return String(error);
    }
  };

  it('is rendered where nothing is wrong with it, by the very tools', async () => {
    expect(
      await said('helmCharts: [{ name: web, releaseName: web }]', CHART),
    ).toBe('');
  });

  it.each([
    'releaseName: "--post-renderer=EVIL"',
    'releaseName: "a --post-renderer EVIL"',
    'name: "--post-renderer=EVIL"',
    'namespace: "--post-renderer=EVIL"',
    'version: "--post-renderer=EVIL"',
    'nameTemplate: "--post-renderer=EVIL"',
    'debug: true',
    'devel: true',
  ])('hands helm no option: %s', async field => {
    const evil = field.replace('EVIL', join(outside.directory, 'evil'));
    const chart = evil.startsWith('name: ') ? evil : `name: web, ${evil}`;
    expect(await said(`helmCharts: [{ ${chart} }]`, CHART)).toMatch(
      /Cannot preview: .*helmCharts\.0/,
    );
  });

  it('brings no configuration and no plugins for helm', async () => {
    expect(
      await said(
        'helmGlobals: { configHome: config }\nhelmCharts: [{ name: web, repo: "evil://a" }]',
        {
          ...CHART,
          'app/config/plugins/evil/plugin.yaml': `name: evil\ndownloaders: [{ command: ${outside.directory}/evil, protocols: [evil] }]\n`,
        },
      ),
    ).toMatch(/Cannot preview: .*helmGlobals\.configHome/);
  });

  it.each([
    'helmGlobals: { chartHome: OUTSIDE }\nhelmCharts: [{ name: web }]',
    'helmGlobals: { chartHome: ../../.. }\nhelmCharts: [{ name: web }]',
    'helmCharts: [{ name: web, valuesFile: OUTSIDE/secret }]',
    'helmCharts: [{ name: web, valuesFile: ../../../../etc/passwd }]',
    'resources: [OUTSIDE/secret]',
    'resources: [../../../etc/passwd]',
    'configMapGenerator: [{ name: a, files: [OUTSIDE/secret] }]',
    'configMapGenerator: [{ name: a, envs: [/proc/self/environ] }]',
    'secretGenerator: [{ name: a, files: [a=../../../../etc/passwd] }]',
    'patches: [{ path: OUTSIDE/secret }]',
  ])('reads nothing outside of the repository: %s', async kustomization => {
    expect(
      await said(kustomization.replaceAll('OUTSIDE', outside.directory), CHART),
    ).toMatch(/^(InputError: )?Cannot preview: /);
  });

  it.each([
    'resources: ["URL"]',
    'resources: ["github.com/a/b//c?ref=main"]',
    'components: ["URL"]',
    'patches: [{ path: "URL" }]',
    'openapi: { path: "URL" }',
    'configMapGenerator: [{ name: a, files: ["a=URL"] }]',
    'helmCharts: [{ name: web, valuesFile: "URL" }]',
    'helmCharts: [{ name: none, repo: "URL" }]',
  ])('contacts nobody: %s', async kustomization => {
    expect(
      await said(kustomization.replace('URL', outside.url), CHART),
    ).toMatch(/Cannot preview: |Charts of http.* may not be used here/);
  });

  it('reads nothing that a link leads to outside', async () => {
    for (const link of [outside.secret, '../../../etc/passwd']) {
      expect(
        await said('resources: [a.yaml]', { 'app/a.yaml': { link } }),
      ).toMatch(/leads out of the repository/);
    }
  });

  it('runs no function and no plugin', async () => {
    for (const group of ['config.kubernetes.io', 'config.k8s.io']) {
      for (const field of ['transformers', 'generators', 'validators']) {
        expect(
          await said(`${field}: [evil.yaml]`, {
            'app/evil.yaml': `apiVersion: evil/v1\nkind: Evil\nmetadata:\n  name: evil\n  annotations:\n    ${group}/function: |\n      exec: { path: ${outside.directory}/evil }\n`,
          }),
        ).toMatch(/Cannot preview: /);
      }
    }
  });

  it('is refused where it would fill memory by itself', async () => {
    const bomb = Array.from(
      { length: 30 },
      (_, index) =>
        `a${index + 1}: &a${index + 1} [${Array(10)
          .fill(`*a${index}`)
          .join(', ')}]`,
    );
    expect(await said(['a0: &a0 x', ...bomb].join('\n'))).toMatch(
      /Cannot preview:|Excessive alias|is not valid YAML/,
    );
    expect(await said(`resources: ${'['.repeat(5_000)}`)).toMatch(
      /Cannot preview:|is not valid YAML/,
    );
  });

  it('has contacted nobody in all that, run nothing and written nothing outside', () => {
    expect(outside.contacts).toEqual([]);
    expect(readdirSync(outside.directory).sort()).toEqual(['evil', 'secret']);
  });
});
