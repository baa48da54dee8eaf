import { Entry } from '../git/__testUtils__/treeOf';
import { GITOPS, layOut, sourceOf } from '../overlays/__testUtils__/layOut';
import { defaultRenderLimits } from '../RenderLimits';
import { renderTool } from './__testUtils__/renderTools';
import { Renderer } from './rendering/Renderer';
import { RenderTools } from './rendering/RenderTools';

const VALUES = 'https://git.example.com/platform/values.git';

type Files = Record<string, Entry>;

interface Case {
  files: Files;
  source?: Record<string, unknown>;
  /** Files of another repository, which the source refers to as `$values`. */
  values?: Files;
  /** What is in the rendering. */
  holds: string[];
}

const configMap = (name: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n`;

/** Its one object shows its values. */
const chart = (directory: string, more: Files = {}): Files => ({
  [`${directory}/Chart.yaml`]: 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  [`${directory}/values.yaml`]: 'a: 1\n',
  [`${directory}/templates/a.yaml`]: `${configMap(
    '{{ .Chart.Name }}',
  )}data: { values: {{ toJson .Values | quote }} }\n`,
  ...more,
});

const kustomization = (fields: object, more: Files = {}): Files => ({
  'app/kustomization.yaml': JSON.stringify(fields),
  ...more,
});

const base = (directory: string, name = 'base'): Files => ({
  [`${directory}/kustomization.yaml`]: 'resources: [a.yaml]\n',
  [`${directory}/a.yaml`]: configMap(name),
});

const oddNames = ['a#b', '@a', 'a@b', '`a`', "a'b", 'a b', 'a,b', '$a', '{a}'];

const cases: Record<string, Case> = {
  'directories with names that tools and URLs give a meaning to': {
    files: kustomization(
      { resources: oddNames.map(name => `../${name}/base`) },
      Object.assign(
        {},
        ...oddNames.map((name, index) => base(`${name}/base`, `odd-${index}`)),
      ),
    ),
    holds: oddNames.map((_, index) => `"name":"odd-${index}"`),
  },
  'a chart and a values file with such names': {
    files: chart('--values=`a`,b#c@{d}', {
      '--values=`a`,b#c@{d}/v,"1".yaml': 'a: 2\n',
    }),
    source: {
      path: '--values=`a`,b#c@{d}',
      helm: { valueFiles: ['v,"1".yaml'] },
    },
    holds: ['{\\"a\\":2}'],
  },
  'an overlay, and a base of it, by links to their directories': {
    files: {
      app: { link: 'real/app' },
      'real/app/kustomization.yaml': 'resources: [base]\n',
      'real/app/base': { link: '../../shared/base' },
      ...base('shared/base'),
    },
    holds: ['"name":"base"'],
  },
  'a chart, its templates, its values and one that it depends on, by links': {
    files: {
      app: { link: 'all/web' },
      'all/web/Chart.yaml':
        'apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies: [{ name: lib, version: 1.0.0 }]\n',
      'all/web/values.yaml': { link: '../../shared/values.yaml' },
      'all/web/templates': { link: '../../shared/templates' },
      'all/web/charts/lib': { link: '../../../lib' },
      ...chart('shared'),
      ...chart('lib', {
        'lib/Chart.yaml': 'apiVersion: v2\nname: lib\nversion: 1.0.0\n',
      }),
    },
    holds: ['"name":"web"', '"name":"lib"'],
  },
  'a chart that is inflated, by a link to the directory of charts': {
    files: kustomization(
      { helmCharts: [{ name: 'web', releaseName: 'web' }] },
      { 'app/charts': { link: 'all' }, ...chart('app/all/web') },
    ),
    holds: ['"name":"web"'],
  },
  "kustomize's own OpenAPI, and a chart of chartHome with a repo that nothing is pulled from":
    {
      files: kustomization(
        {
          openapi: { version: 'v1.21.2' },
          helmGlobals: { chartHome: 'home' },
          helmCharts: [{ name: 'web', releaseName: 'web', repo: '../base' }],
        },
        chart('app/home/web'),
      ),
      holds: ['"name":"web"'],
    },
  'a schema that names a meta-schema': {
    files: chart('app', {
      'app/values.schema.json': JSON.stringify({
        $schema: 'http://json-schema.org/schema#',
      }),
    }),
    holds: ['"name":"web"'],
  },
  'a schema that refers to itself by its address': {
    files: chart('app', {
      'app/values.schema.json': JSON.stringify({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: 'https://example.invalid/values.json',
        properties: {
          a: { $ref: 'https://example.invalid/values.json#/$defs/a' },
        },
        $defs: { a: { type: 'integer' } },
      }),
    }),
    holds: ['"name":"web"'],
  },
  'files that only look like those of a chart, and keys that are special to JavaScript':
    {
      files: chart('app', {
        'app/values.yaml': '__proto__: { a: 1 }\nconstructor: 1\n',
        'app/templates/requirements.yaml': configMap('b'),
        'app/templates/Chart.yaml': configMap('c'),
        'app/examples/x/Chart.yaml':
          'name: x\ndependencies: [{ name: none, version: 1.0.0 }]\n',
        'app/files/values.schema.json': '{"$ref":"https://example.invalid"}',
      }),
      holds: ['"name":"b"', '"name":"c"', '__proto__', 'constructor'],
    },
  'values of another repository': {
    files: chart('app'),
    source: { helm: { valueFiles: ['$values/env/*,`.yaml'] } },
    values: { 'env/a,`.yaml': 'a: 3\n' },
    holds: ['{\\"a\\":3}'],
  },
};

// Every rendering is a process or more.
jest.setTimeout(60_000);

describe('Overlays as public repositories lay them out, rendered by the real tools', () => {
  const renderer = Renderer.create({
    concurrency: 2,
    limits: defaultRenderLimits,
  });
  const tools = RenderTools.create({
    helm: renderTool('helm'),
    kustomize: renderTool('kustomize'),
    kubeVersion: '1.30.0',
    apiVersions: [],
  });

  const render = async ({
    files,
    source,
    values,
  }: Omit<Case, 'holds'>): Promise<string> => {
    const laidOut = await layOut(
      { [GITOPS]: files, ...(values && { [VALUES]: values }) },
      sourceOf(source),
      {
        refSources: values
          ? [sourceOf({ repoURL: VALUES, path: undefined, ref: 'values' })]
          : [],
      },
    );
    return JSON.stringify(
      await renderer.render(
        {
          ...laidOut,
          queue: 'web',
          edits: [],
          releaseName: 'web',
          namespace: 'shop',
        },
        await tools.find(),
      ),
    );
  };

  // Rows are objects: of a row of one element jest would hand a second parameter as its `done`.
  it.each(Object.entries(cases).map(([name, each]) => ({ name, each })))(
    'are rendered: $name',
    async ({ each }) => {
      const rendered = await render(each);
      for (const part of each.holds) {
        expect(rendered).toContain(part);
      }
    },
  );

  it.each([
    {
      what: 'a values file',
      files: chart('app', { 'app/a\u202e,`.yaml': 'a: [' }),
      source: { helm: { valueFiles: ['a\u202e,`.yaml'] } },
      said: 'failed to parse app/a\\u{202e},`.yaml',
    },
    {
      what: 'a template of a chart that is inflated',
      files: kustomization(
        { helmCharts: [{ name: 'web', releaseName: 'web' }] },
        chart('app/charts/web', {
          'app/charts/web/templates/a.yaml':
            '{{ fail (printf "no %p" .Values) }}',
        }),
      ),
      source: {},
      said: 'execution error at (web/templates/a.yaml:1:3)',
    },
  ])(
    'that fail by $what say so in words of the repository, the same each time',
    async ({ files, said, source }) => {
      const messages: string[] = [];
      for (let run = 0; run < 2; run++) {
        messages.push(await render({ files, source }).catch(String));
      }
      expect(messages[0]).toContain(said);
      expect(messages[0]).not.toMatch(
        /progressive-delivery|\/tmp|unable to run|0xc0|prlimit|--debug/,
      );
      expect(messages[1]).toBe(messages[0]);
    },
  );
});
