import { parseKustomization, programsOf } from './kustomization';

const parse = (content: string | Uint8Array) =>
  parseKustomization(Buffer.from(content), 'apps/kustomization.yaml');

const chart = (fields: string) =>
  `helmCharts:\n  - name: agents\n    ${fields}\n`;

describe('parseKustomization', () => {
  it('reads what is rendered', () => {
    const kustomization =
      parse(`\ufeffapiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: agents
# Größe: as text
helmGlobals:
  chartHome: ../../charts
helmCharts:
  - name: agents
    version: 0.9.1
    releaseName: agents
    namespace: agents
    includeCRDs: true
    valuesFile: values.yaml
    additionalValuesFiles: [more.yaml]
    valuesInline: { replicas: 2 }
    valuesMerge: merge
    apiVersions: [argoproj.io/v1alpha1]
    kubeVersion: v1.31.0
resources: [agent.yaml]
patches:
  - path: patch.yaml
    target: { kind: Deployment }
configMapGenerator:
  - name: config
    files: [a=b.txt]
`);
    expect(kustomization).toMatchObject({
      helmGlobals: { chartHome: '../../charts' },
      helmCharts: [{ name: 'agents', valuesInline: { replicas: 2 } }],
      resources: ['agent.yaml'],
      patches: [{ path: 'patch.yaml' }],
    });
  });

  it.each(['', '# nothing\n', '---\n'])('takes %j for an empty one', text => {
    expect(parse(text)).toEqual({});
  });

  it('takes fields for empty that are', () => {
    expect(parse('resources:\nhelmCharts: []\n')).toEqual({
      resources: null,
      helmCharts: [],
    });
  });

  describe('refuses', () => {
    it.each([
      [
        'helmChartInflationGenerator: []',
        'helmChartInflationGenerator is not supported (it is deprecated; use helmCharts)',
      ],
      [
        'helmGlobals: { configHome: . }',
        'helmGlobals.configHome is not supported (helm would load plugins from there)',
      ],
      [
        chart('nameTemplate: x'),
        'helmCharts.0.nameTemplate is not supported (set releaseName instead)',
      ],
      [
        chart('debug: true'),
        'helmCharts.0.debug is not supported (it changes the output)',
      ],
      [
        chart('devel: true'),
        'helmCharts.0.devel is not supported (it is for charts that are pulled)',
      ],
      ['Resources: [a.yaml]', 'Resources is not supported'],
      ['openapi: { PATH: a }', 'openapi.PATH is not supported'],
      ['patches: [{ url: a }]', 'patches.0.url is not supported'],
      [
        'secretGenerator: [{ command: a }]',
        'secretGenerator.0.command is not supported',
      ],
      ['replacements: [{ evil: a }]', 'replacements.0.evil is not supported'],
    ])('%j', (text, reason) => {
      expect(() => parse(text)).toThrow(
        expect.objectContaining({
          name: 'InputError',
          message: expect.stringContaining(
            `Cannot preview, because of apps/kustomization.yaml: its field ${reason}`,
          ),
        }),
      );
    });

    it.each([
      ['releaseName: -evil', 'helmCharts.0.releaseName must be a DNS label'],
      [
        'releaseName: --post-renderer=/bin/sh',
        'helmCharts.0.releaseName must be',
      ],
      ['releaseName: Agents', 'helmCharts.0.releaseName must be a DNS label'],
      ['releaseName: ""', 'helmCharts.0.releaseName must be a DNS label'],
      ['namespace: --debug', 'helmCharts.0.namespace must be a DNS label'],
      ['version: -1', 'helmCharts.0.version Invalid input: expected string'],
      ['version: --devel', 'helmCharts.0.version must be a plain version'],
      ['version: ">=1.0.0"', 'helmCharts.0.version must be a plain version'],
      ['kubeVersion: "1.31 --x"', 'helmCharts.0.kubeVersion must be a plain'],
      [
        'apiVersions: [--x]',
        'helmCharts.0.apiVersions.0 must be an API version',
      ],
      ['valuesMerge: evil', 'helmCharts.0.valuesMerge Invalid option'],
      ['valuesInline: [a]', 'helmCharts.0.valuesInline must be a mapping'],
    ])('a chart with %s', (fields, reason) => {
      expect(() => parse(chart(fields))).toThrow(`its field ${reason}`);
    });

    it.each(['../agents', '-agents', 'a/b', 'https://example.com/a', '.', ''])(
      'a chart by the name %j',
      name => {
        expect(() =>
          parse(`helmCharts: [{ name: ${JSON.stringify(name)} }]`),
        ).toThrow(
          'its field helmCharts.0.name must be the plain name of a chart',
        );
      },
    );

    it('nothing that runs programs, and says so', () => {
      const kustomization = parse(
        'generators: [a]\ntransformers: [b]\nvalidators: {}\n',
      );
      expect(programsOf(kustomization, 'a/kustomization.yaml')).toEqual([
        'of a/kustomization.yaml: its field generators is not supported (generators run programs)',
        'of a/kustomization.yaml: its field transformers is not supported (transformers run programs)',
        'of a/kustomization.yaml: its field validators is not supported (validators run programs)',
      ]);
      expect(programsOf(parse('generators: []\n'), 'a')).toEqual([]);
    });

    it('several things at once, and names them', () => {
      expect(() => parse('configHome: a\nevil: b\nresources: a\n')).toThrow(
        /its field resources Invalid input: expected array.*; its field configHome .*, its field evil/,
      );
    });

    it.each([
      ['a: [', /is not valid YAML/],
      [
        'resources: []\nresources: []\n',
        /is not valid YAML, line 2: duplicated/,
      ],
      ['a: 1\n---\nb: 2\n', /holds several YAML documents/],
      ['resources: !!js/function "x"\n', /expected array, received string/],
      ['- a\n', /expected object, received array/],
    ])('%j, which is no kustomization', (text, reason) => {
      expect(() => parse(text)).toThrow(reason);
    });

    it.each([
      '# a\u2028generators: [evil.yaml]\n',
      '# a\u0085generators: [evil.yaml]\n',
      '# a\rgenerators: [evil.yaml]\n',
      '%YAML 1.1\n---\nresources: []\n',
      'resources: ["a\u0000"]\n',
      'resources: []\n\ufeffgenerators: [evil.yaml]\n',
    ])('%j, which YAML parsers read differently', text => {
      expect(() => parse(text)).toThrow(
        'apps/kustomization.yaml holds control characters or directives that YAML parsers read differently',
      );
    });

    it('what is not UTF-8', () => {
      expect(() => parse(Buffer.from([0x61, 0x3a, 0x20, 0xff]))).toThrow(
        'apps/kustomization.yaml is not UTF-8',
      );
    });

    it('what is larger than a kustomization is', () => {
      const limit = 1024 * 1024;
      expect(parse('#'.repeat(limit))).toEqual({});
      expect(() => parse('#'.repeat(limit + 1))).toThrow(
        'apps/kustomization.yaml is larger than 1 MiB',
      );
    });
  });

  it('takes line ends of Windows', () => {
    expect(parse('resources:\r\n- a.yaml\r\n')).toEqual({
      resources: ['a.yaml'],
    });
  });
});
