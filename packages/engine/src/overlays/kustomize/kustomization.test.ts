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
        'helmChartInflationGenerator',
        'is not supported: use helmCharts',
      ],
      [
        'helmGlobals: { configHome: . }',
        'helmGlobals.configHome',
        'is not supported',
      ],
      [
        chart('nameTemplate: x'),
        'helmCharts.0.nameTemplate',
        'is not supported: use releaseName',
      ],
      [chart('debug: true'), 'helmCharts.0.debug', 'is not supported'],
      [chart('devel: true'), 'helmCharts.0.devel', 'is not supported'],
      ['Resources: [a.yaml]', 'Resources', 'is not supported'],
      ['openapi: { PATH: a }', 'openapi.PATH', 'is not supported'],
      ['patches: [{ url: a }]', 'patches.0.url', 'is not supported'],
      [
        'secretGenerator: [{ command: a }]',
        'secretGenerator.0.command',
        'is not supported',
      ],
      [
        'replacements: [{ evil: a }]',
        'replacements.0.evil',
        'is not supported',
      ],
    ])('%j', (text, field, reason) => {
      expect(() => parse(text)).toThrow(
        expect.objectContaining({
          name: 'InputError',
          message: expect.stringContaining(
            `Cannot preview: The field ${field} of apps/kustomization.yaml ${reason}`,
          ),
        }),
      );
    });

    it.each([
      ['releaseName: -evil', 'releaseName', 'must match pattern'],
      [
        'releaseName: --post-renderer=/bin/sh',
        'releaseName',
        'must match pattern',
      ],
      ['releaseName: Agents', 'releaseName', 'must match pattern'],
      ['releaseName: ""', 'releaseName', 'must match pattern'],
      ['namespace: --debug', 'namespace', 'must match pattern'],
      ['version: -1', 'version', 'Invalid input: expected string'],
      ['version: --devel', 'version', 'must match pattern'],
      ['version: ">=1.0.0"', 'version', 'must match pattern'],
      ['kubeVersion: "1.31 --x"', 'kubeVersion', 'must match pattern'],
      ['apiVersions: [--x]', 'apiVersions.0', 'must match pattern'],
      ['valuesMerge: evil', 'valuesMerge', 'Invalid option'],
      ['valuesInline: [a]', 'valuesInline', 'Invalid input'],
    ])('a chart with %s', (fields, field, reason) => {
      expect(() => parse(chart(fields))).toThrow(
        new RegExp(
          `The field helmCharts\\.0\\.${field} of apps/kustomization.yaml is invalid: .*${reason}`,
        ),
      );
    });

    it.each(['../agents', '-agents', 'a/b', 'https://example.com/a', '.', ''])(
      'a chart by the name %j',
      name => {
        expect(() =>
          parse(`helmCharts: [{ name: ${JSON.stringify(name)} }]`),
        ).toThrow(
          'The field helmCharts.0.name of apps/kustomization.yaml is invalid',
        );
      },
    );

    it('nothing that runs programs, and says so', () => {
      const kustomization = parse(
        'generators: [a]\ntransformers: [b]\nvalidators: {}\n',
      );
      expect(programsOf(kustomization, 'a/kustomization.yaml')).toEqual([
        {
          id: 'runsPrograms',
          parameters: { field: 'generators', file: 'a/kustomization.yaml' },
        },
        {
          id: 'runsPrograms',
          parameters: { field: 'transformers', file: 'a/kustomization.yaml' },
        },
        {
          id: 'runsPrograms',
          parameters: { field: 'validators', file: 'a/kustomization.yaml' },
        },
      ]);
      expect(programsOf(parse('generators: []\n'), 'a')).toEqual([]);
    });

    it('several things at once, and names one that is not supported first', () => {
      expect(() => parse('resources: a\nevil: b\n')).toThrow(
        'The field evil of apps/kustomization.yaml is not supported',
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
