import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Entry } from '../git/__testUtils__/treeOf';
import { GITOPS, layOut, sourceOf } from '../overlays/__testUtils__/layOut';
import { defaultRenderLimits } from '../RenderLimits';
import { OpenedPaths } from './__testUtils__/OpenedPaths';
import { renderTool } from './__testUtils__/renderTools';
import { Renderer } from './rendering/Renderer';
import { FoundTools, RenderTools } from './rendering/RenderTools';

const CANARY = `canary-${Math.random().toString(36).slice(2)}`;

const VALUES = 'https://git.example.com/platform/values.git';

/** Shows all that it is given, and all files that it can read. */
const TEMPLATE = `{{- $files := "" }}
{{- range $bytes := .Files.Glob "**" }}{{ $files = print $files (toString $bytes) }}{{ end }}
apiVersion: v1
kind: ConfigMap
metadata: { name: a }
data:
  values: {{ toJson .Values | quote }}
  files: {{ $files | quote }}
`;

interface Attack {
  name: string;
  files: Record<string, Entry>;
  /** Fields of the Application's source. */
  source?: Record<string, unknown>;
  /** Files of another source, which is called `values`. */
  values?: Record<string, Entry>;
}

const chart = (directory = 'app', more: Record<string, Entry> = {}) => ({
  [`${directory}/Chart.yaml`]: 'name: web\nversion: 1.0.0\n',
  [`${directory}/values.yaml`]: 'own: true\n',
  [`${directory}/templates/a.yaml`]: TEMPLATE,
  // What comes before a comma has to be there.
  [`${directory}/x`]: 'a: 1\n',
  x: 'a: 1\n',
  ...more,
});

const kustomization = (text: string, more: Record<string, Entry> = {}) => ({
  'app/kustomization.yaml': text,
  'app/x': 'a: 1\n',
  ...chart('app/charts/web'),
  ...more,
});

/** Ways to name a file so that helm reads others with it, or in its place. */
const spellings = (path: string) => [
  `x,${path}`,
  `x,${path},y`,
  `,${path}`,
  `"x",${path}`,
  `x",${path},"`,
  `{x,${path}}`,
  `x\\,${path}`,
  `x ,${path}`,
  `x=${path}`,
  `$x,${path}`,
  `--values=${path}`,
  `-f${path}`,
  `x\n${path}`,
  `\${HOME},${path}`,
  `~,${path}`,
  `file://${path}`,
  path,
];

/** Where a file of the repository would be for a spelling to be found in it. */
const inApp = (spelling: string) =>
  `app/${spelling}`
    .replaceAll(/\/\/+/g, '/')
    .replaceAll(/(^|\/)\.\.(?=\/)/g, '$1..');

function attacks(path: string): Attack[] {
  return [...spellingAttacks(spellings(path)), ...otherAttacks(path)];
}

function spellingAttacks(each: string[]): Attack[] {
  return [
    ...each.flatMap((spelling): Attack[] => [
      {
        name: `valueFiles ${spelling}`,
        files: chart('app', { [inApp(spelling)]: 'a: 1\n' }),
        source: { helm: { valueFiles: [spelling] } },
      },
      {
        name: `fileParameters ${spelling}`,
        files: chart('app', { [inApp(spelling)]: 'a: 1\n' }),
        source: { helm: { fileParameters: [{ name: 'a', path: spelling }] } },
      },
      {
        name: `a link to ${spelling}`,
        files: chart('app', {
          [inApp(spelling)]: 'a: 1\n',
          'app/link.yaml': { link: spelling },
        }),
        source: { helm: { valueFiles: ['link.yaml'] } },
      },
      {
        name: `another source's ${spelling}`,
        files: chart(),
        values: { [inApp(spelling)]: 'a: 1\n' },
        source: { helm: { valueFiles: [`$values/app/${spelling}`] } },
      },
      {
        name: `additionalValuesFiles ${spelling}`,
        files: kustomization(
          JSON.stringify({
            helmCharts: [
              {
                name: 'web',
                releaseName: 'web',
                additionalValuesFiles: [spelling],
              },
            ],
          }),
          { [inApp(spelling)]: 'a: 1\n' },
        ),
      },
      {
        name: `valuesFile ${spelling}`,
        files: kustomization(
          JSON.stringify({
            helmCharts: [
              { name: 'web', releaseName: 'web', valuesFile: spelling },
            ],
          }),
          { [inApp(spelling)]: 'a: 1\n' },
        ),
      },
    ]),
  ];
}

function otherAttacks(path: string): Attack[] {
  const json = path.replace(/yaml$/, 'json');
  const folder = path.slice(0, path.lastIndexOf('/'));
  const file = basename(path);
  return [
    {
      name: 'a pattern that matches such a name',
      files: chart('app', { [inApp(`x,${path}`)]: 'a: 1\n' }),
      source: { helm: { valueFiles: ['x*/**/*.yaml'] } },
    },
    {
      name: 'a chart in a directory of such a name',
      files: chart(`x,${folder}`.replace(/\/$/, ''), {
        [`x,${folder}/${file}`]: 'a: 1\n',
      }),
      source: { path: `x,${folder}`, helm: { valueFiles: [file] } },
    },
    {
      name: 'a chart in a directory that looks like an option',
      files: chart('--values=x'),
      source: { path: '--values=x' },
    },
    {
      name: 'a kustomization in a directory of such a name',
      files: {
        [`x,${folder}/kustomization.yaml`]: `helmCharts: [{ name: web, releaseName: web, additionalValuesFiles: [${file}] }]`,
        [`x,${folder}/${file}`]: 'a: 1\n',
        ...chart(`x,${folder}/charts/web`),
      },
      source: { path: `x,${folder}` },
    },
    ...[path, folder].flatMap(link =>
      [
        'app/values.yaml',
        'app/Chart.yaml',
        'app/values.schema.json',
        'app/templates',
        'app/templates/b.yaml',
        'app/files',
        'app/charts',
        'app/charts/lib',
        'app/.helmignore',
      ].map((at): Attack => {
        const files: Record<string, Entry> = chart();
        for (const taken of Object.keys(files)) {
          if (taken === at || taken.startsWith(`${at}/`)) {
            delete files[taken];
          }
        }
        return {
          name: `a chart's ${at} -> ${link}`,
          files: { ...files, [at]: { link } },
        };
      }),
    ),
    ...[
      { $ref: `file://${json}` },
      { $ref: json },
      { $id: `file://${folder}/`, $ref: basename(json) },
      { $schema: `file://${json}` },
      { id: `file://${folder}/`, properties: { a: { $ref: basename(json) } } },
      { $id: `file://${json}`, $ref: '#/canary' },
      {
        definitions: { a: { $id: `file://${folder}/x`, $ref: basename(json) } },
        $ref: '#/definitions/a',
      },
      { $dynamicRef: `file://${json}` },
      { $ref: '#/default', default: { $ref: `file://${json}` } },
    ].map(
      (schema): Attack => ({
        name: `a schema ${JSON.stringify(schema)}`,
        files: chart('app', {
          'app/values.schema.json': JSON.stringify(schema),
        }),
      }),
    ),
    ...[
      `resources: [FILE]`,
      `components: [FOLDER]`,
      `configMapGenerator: [{ name: a, files: [FILE] }]`,
      `configMapGenerator: [{ name: a, files: ["b=FILE"] }]`,
      `configMapGenerator: [{ name: a, envs: [FILE] }]`,
      `configMapGenerator: [{ name: a, env: FILE }]`,
      `secretGenerator: [{ name: a, files: [FILE] }]`,
      `patches: [{ path: FILE, target: { kind: ConfigMap } }]`,
      `patchesStrategicMerge: [FILE]`,
      `replacements: [{ path: FILE }]`,
      `openapi: { path: FILE }`,
      `crds: [FILE]`,
      `configurations: [FILE]`,
      `generators: [FILE]`,
      `transformers: [FILE]`,
      `helmGlobals: { chartHome: FOLDER }\nhelmCharts: [{ name: web }]`,
      `helmGlobals: { configHome: FOLDER }`,
      `helmChartInflationGenerator: [{ chartName: web, values: FILE }]`,
    ].flatMap((text): Attack[] => [
      {
        name: text,
        files: kustomization(
          text.replace('FILE', path).replace('FOLDER', folder),
        ),
      },
      {
        name: `${text}, by a link`,
        files: kustomization(
          text.replace('FILE', 'link.yaml').replace('FOLDER', 'link.yaml'),
          {
            'app/link.yaml': { link: text.includes('FILE') ? path : folder },
          },
        ),
      },
    ]),
  ];
}

// Every rendering is a process or more.
jest.setTimeout(120_000);

describe('Paths of a hostile repository', () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'));
  const home = mkdtempSync(join(homedir(), '.progressive-delivery-outside-'));
  const other = join(tmpdir(), `progressive-delivery-other-${process.pid}`);
  const opened = OpenedPaths.create(join(outside, 'traces'));
  const helm = renderTool('helm');
  const kustomize = renderTool('kustomize');
  const renderer = Renderer.create({
    concurrency: 2,
    limits: defaultRenderLimits,
  });
  let tools: FoundTools;
  const shown: string[] = [];

  beforeAll(async () => {
    for (const folder of [outside, home, other]) {
      mkdirSync(join(folder, 'repository'), { recursive: true });
      for (const place of [folder, join(folder, 'repository')]) {
        writeFileSync(join(place, 'secret.yaml'), `canary: ${CANARY}\n`);
        writeFileSync(
          join(place, 'secret.json'),
          JSON.stringify({
            canary: CANARY,
            description: CANARY,
            const: CANARY,
          }),
        );
      }
    }
    const found = await RenderTools.create({
      helm,
      kustomize,
      kubeVersion: '1.30.0',
      apiVersions: [],
    }).find();
    tools = {
      ...found,
      helm: opened?.record(helm) ?? helm,
      kustomize: opened?.record(kustomize) ?? kustomize,
    };
  });
  afterAll(() => {
    for (const folder of [outside, home, other]) {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  /** What anybody gets to see of a rendering: its objects, or why there are none. */
  const show = async ({ files, source, values }: Attack): Promise<string> => {
    try {
      const laidOut = await layOut(
        { [GITOPS]: files, ...(values && { [VALUES]: values }) },
        sourceOf(source),
        {
          refSources: values
            ? [
                sourceOf(
                  { repoURL: VALUES, ref: 'values', path: undefined },
                  'spec.sources[1]',
                ),
              ]
            : [],
        },
      );
      const manifests = await renderer.render(
        {
          ...laidOut,
          queue: 'main',
          edits: [],
          releaseName: 'web',
          namespace: 'shop',
        },
        // One that is traced cannot trace what it starts itself.
        laidOut.overlay.kind === 'kustomize' ? { ...tools, helm } : tools,
      );
      return JSON.stringify(manifests);
    } catch (error) {
      return String(error);
    }
  };

  it('would show what is outside if helm were told them as they are', () => {
    const chartFolder = join(outside, 'chart');
    mkdirSync(join(chartFolder, 'templates'), { recursive: true });
    writeFileSync(
      join(chartFolder, 'Chart.yaml'),
      'name: web\nversion: 1.0.0\n',
    );
    writeFileSync(join(chartFolder, 'templates/a.yaml'), TEMPLATE);
    writeFileSync(join(chartFolder, 'x'), 'a: 1\n');
    const printed = execFileSync(
      helm,
      ['template', '.', '--values', `x,${join(outside, 'secret.yaml')}`],
      { cwd: chartFolder, encoding: 'utf8' },
    );
    expect(printed).toContain(CANARY);
  });

  it('are rendered where they mean files of the repository, whatever they look like', async () => {
    const name = `x,${outside}/secret.yaml`;
    expect(
      await show({
        name,
        files: chart('app', { [`app/${name}`]: 'mine: 1\n' }),
        source: { helm: { valueFiles: [name] } },
      }),
    ).toContain('\\"mine\\":1');
  });

  it('lead to nothing that is not in it', async () => {
    const relative = `../../../${basename(other)}/repository/secret.yaml`;
    const all = [
      ...attacks(join(outside, 'secret.yaml')),
      ...[join(home, 'secret.yaml'), relative].flatMap(path =>
        spellingAttacks([path, `x,${path}`]),
      ),
      ...otherAttacks(relative).filter(({ name }) => name.includes('->')),
    ];
    const pending = all.values();
    const showAll = async () => {
      for (const attack of pending) {
        const seen = await show(attack);
        shown.push(seen);
        expect({ attack: attack.name, seen }).not.toEqual({
          attack: attack.name,
          seen: expect.stringContaining(CANARY),
        });
      }
    };
    await Promise.all([showAll(), showAll()]);
  });

  it('are no part of the answers in which the backend would tell of itself', () => {
    expect(shown.length).toBeGreaterThan(200);
    expect(
      shown.filter(text =>
        /progressive-delivery-\w{6}\/|0xc[0-9a-f]{9}|prlimit|E[A-Z]{4,}:/.test(
          text,
        ),
      ),
    ).toEqual([]);
  });

  if (opened) {
    it('open nothing but the checkout, the tools and what the runtime needs', () => {
      expect(opened.all().length).toBeGreaterThan(1_000);
      expect(opened.unexplained([helm, kustomize])).toEqual([]);
    });
  } else {
    it.todo(
      'open nothing but the checkout (not checked: this machine has no strace)',
    );
  }
});
