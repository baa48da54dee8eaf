import { Entry, treeOf } from '../../git/__testUtils__/treeOf';
import { packChart } from '../../charts/archives/chartArchive';
import { chartFiles } from './chartFiles';

const DIRECTORY = 'charts/agents';

/** The files of a chart with these files in addition. */
const chart = async (files: Record<string, Entry> = {}) => {
  const { paths } = await chartFiles(
    treeOf({
      'README.md': '',
      'charts/agents-other/Chart.yaml': '',
      [`${DIRECTORY}/Chart.yaml`]: 'name: agents\nversion: 1.0.0\n',
      [`${DIRECTORY}/templates/a.yaml`]: 'a',
      ...Object.fromEntries(
        Object.entries(files).map(([path, entry]) => [
          `${DIRECTORY}/${path}`,
          entry,
        ]),
      ),
    }),
    DIRECTORY,
  );
  return paths;
};

const withDependency = (file: string, fields = '') =>
  ({
    [file]: `name: a\ndependencies:\n  - name: redis\n    version: 1.0.0\n${fields}`,
  } as Record<string, Entry>);

describe('chartFiles', () => {
  it('gives all files of the chart, and none beside it', async () => {
    expect(await chart()).toEqual([
      `${DIRECTORY}/Chart.yaml`,
      `${DIRECTORY}/templates/a.yaml`,
    ]);
  });

  it('gives those of a chart at the root', async () => {
    const tree = treeOf({ 'Chart.yaml': 'name: a\n', 'templates/a.yaml': '' });
    expect((await chartFiles(tree, '.')).paths).toEqual([
      'Chart.yaml',
      'templates/a.yaml',
    ]);
  });

  it('refuses what is no chart', async () => {
    const tree = treeOf({ 'charts/agents/values.yaml': '' });
    for (const directory of [DIRECTORY, 'charts', 'none']) {
      await expect(chartFiles(tree, directory)).rejects.toThrow(
        `Cannot preview: There is no chart at ${directory}: it has no Chart.yaml`,
      );
    }
  });

  describe('of a chart with dependencies', () => {
    it('gives those that are in the repository', async () => {
      const files = await chart({
        ...withDependency(
          'Chart.yaml',
          '    repository: https://example.com\n',
        ),
        'charts/redis/Chart.yaml': 'name: redis\n',
      });
      expect(files).toContain(`${DIRECTORY}/charts/redis/Chart.yaml`);
    });

    it.each<[string, Record<string, Entry>, string]>([
      ['Chart.yaml', withDependency('Chart.yaml'), `${DIRECTORY}/charts`],
      [
        'requirements.yaml',
        withDependency('requirements.yaml'),
        `${DIRECTORY}/charts`,
      ],
      [
        'that of a dependency',
        withDependency('charts/sub/Chart.yaml'),
        `${DIRECTORY}/charts/sub/charts`,
      ],
    ])(
      'refuses one that %s names and is not there',
      async (_, files, where) => {
        await expect(chart(files)).rejects.toThrow(
          `Cannot preview: The dependency redis is not in the repository (${where}), from where it would be taken`,
        );
      },
    );

    it('gives those that are packed, which are checked as the others', async () => {
      const pack = (files: Record<string, string>) =>
        packChart(
          'redis',
          new Map(
            Object.entries(files).map(([path, text]) => [
              path,
              Buffer.from(text),
            ]),
          ),
        );
      const packed = { 'Chart.yaml': 'name: redis\n' };
      const path = 'charts/redis-1.0.0.tgz';
      const files = await chart({
        ...withDependency('Chart.yaml'),
        [path]: await pack(packed),
      });
      expect(files).toContain(`${DIRECTORY}/${path}`);

      await expect(
        chart({
          [path]: await pack({
            ...packed,
            'values.schema.json': '{ "$ref": "https://example.com" }',
          }),
        }),
      ).rejects.toThrow(
        `${DIRECTORY}/${path}/values.schema.json refers to another schema`,
      );
      await expect(
        chart({ [path]: await pack({ 'values.yaml': '' }) }),
      ).rejects.toThrow(`There is no chart at ${DIRECTORY}/${path}`);
      await expect(chart({ [path]: 'packed' })).rejects.toThrow(
        `${DIRECTORY}/${path} is not a gzip archive`,
      );
      await expect(
        chart({ [path]: { link: '../Chart.yaml' } }),
      ).rejects.toThrow(`${DIRECTORY}/${path} is not a gzip archive`);
      await expect(
        chart({
          'charts/sub/Chart.yaml': 'name: sub\n',
          [`charts/sub/${path}`]: await pack(packed),
        }),
      ).rejects.toThrow(
        `The dependency ${DIRECTORY}/charts/sub/${path} is packed within one that is not`,
      );
    });

    it.each([
      ['a: [', 'is not valid YAML'],
      ['dependencies: text', 'does not describe a chart'],
      ['dependencies: [{ version: 1 }]', 'does not describe a chart'],
      ['- a', 'does not describe a chart'],
    ])('refuses %j, which says nothing about them', async (text, reason) => {
      await expect(chart({ 'Chart.yaml': text })).rejects.toThrow(
        `${DIRECTORY}/Chart.yaml ${reason}`,
      );
    });
  });

  describe('of a chart with links', () => {
    it.each([
      'Chart.yaml',
      'values.schema.json',
      'charts/sub/Chart.yaml',
      'charts/sub/values.schema.json',
    ])('checks what %s leads to', async path => {
      const files = { 'charts/sub/Chart.yaml': 'name: sub\n' };
      await expect(
        chart({
          ...files,
          [path]: { link: `${'../'.repeat(path.split('/').length - 1)}evil` },
          evil: '{ "dependencies": [{ "name": "a" }], "$ref": "file:///etc/a" }',
        }),
      ).rejects.toThrow(/is not in the repository|refers to another schema/);
    });

    it('finds the charts in directories that they lead to, and checks these', async () => {
      const shared = {
        'shared/lib/Chart.yaml': 'name: redis\n',
        'shared/lib/values.schema.json': '{}',
      };
      const linked = {
        ...withDependency('Chart.yaml'),
        charts: { link: 'shared/../links' },
        'links/redis': { link: '../shared/lib' },
      };
      expect(await chart({ ...linked, ...shared })).toContain(
        `${DIRECTORY}/shared/lib/Chart.yaml`,
      );
      await expect(
        chart({
          ...linked,
          ...shared,
          'shared/lib/values.schema.json': '{ "$ref": "file:///etc/a" }',
        }),
      ).rejects.toThrow(
        `${DIRECTORY}/charts/redis/values.schema.json refers to another schema`,
      );
    });

    it.each<[string, string]>([
      ['/etc', 'leads out of the repository'],
      ['../../../etc', 'leads out of the repository'],
      ['none', 'which does not exist'],
      ['.', 'or symbolic links that lead in circles'],
      ['files', 'is a chain of symbolic links'],
    ])('refuses one to %s', async (link, reason) => {
      await expect(chart({ files: { link } })).rejects.toThrow(reason);
    });
  });

  it.each([
    'templates/requirements.yaml',
    'templates/Chart.yaml',
    'examples/x/Chart.yaml',
    'files/values.schema.json',
    'charts/README/docs/Chart.yaml',
    'charts/_off/Chart.yaml',
    'crds/charts/sub/Chart.yaml',
  ])("does not read %s as the chart's own", async path => {
    expect(
      await chart({
        [path]:
          '{ "dependencies": [{ "name": "a" }], "$ref": "file:///etc/a" }',
      }),
    ).toContain(`${DIRECTORY}/${path}`);
  });

  describe('of a chart with a schema', () => {
    const schema = (value: unknown, path = 'values.schema.json') =>
      chart({ [path]: JSON.stringify(value) });

    it.each([
      { type: 'object' },
      { $schema: 'http://json-schema.org/draft-07/schema#' },
      { $schema: 'https://json-schema.org/draft/2020-12/schema' },
      { properties: { a: { $ref: '#/$defs/a' } }, $defs: { a: {} } },
      { properties: { $ref: { type: 'string' } } },
      { description: 'see https://example.com/schema.json' },
      { $schema: 'http://json-schema.org/schema#' },
      { $schema: 'https://json-schema.org/draft-04/schema' },
      { $ref: 'http://json-schema.org/draft-07/schema#/definitions/a' },
      { $id: 'https://example.com/schema.json' },
      {
        $id: 'https://example.com/schema.json',
        properties: { a: { $ref: 'https://example.com/schema.json#/$defs/a' } },
        $defs: { a: {} },
      },
    ])('gives it where it keeps to itself: %j', async value => {
      expect(await schema(value)).toContain(`${DIRECTORY}/values.schema.json`);
    });

    it.each([
      { $ref: 'https://example.com/schema.json' },
      { $ref: 'file:///etc/passwd' },
      { $ref: 'other.json#/a' },
      { $ref: '' },
      { properties: { a: { anyOf: [{ $ref: 'http://example.com' }] } } },
      { items: { $dynamicRef: 'http://example.com#a' } },
      { items: { $recursiveRef: 'http://example.com#' } },
      { $schema: 'http://example.com/schema' },
      { $schema: 'http://json-schema.org.example.com/draft-07/schema#' },
      { $schema: 'http://json-schema.org/other' },
      { $schema: 'http://json-schema.org/schema/other' },
      { $schema: 'http://json-schema.org/draft-08/schema#' },
      { $ref: 'http://json-schema.org/../schema' },
      { $id: 'https://example.com/a', $ref: 'https://example.com/a' },
      {
        $schema: 'http://json-schema.org/draft-04/schema#',
        $id: 'https://example.com/a',
        items: { $ref: 'https://example.com/a' },
      },
      { $id: 'https://example.com/a', items: { $ref: 'b' } },
      { $id: 'file:///etc/a', items: { $ref: 'file:///etc/a' } },
      JSON.parse('{ "__proto__": { "$ref": "file:///etc/a" } }'),
      { $defs: { a: { $schema: 'http://example.com/schema' } } },
    ])('refuses one that refers elsewhere: %j', async value => {
      const reason = `${DIRECTORY}/values.schema.json refers to another schema`;
      await expect(schema(value)).rejects.toThrow(reason);
    });

    it('looks at those of dependencies as well', async () => {
      const path = 'charts/sub/values.schema.json';
      await expect(
        schema({ $ref: 'http://example.com' }, path),
      ).rejects.toThrow(
        `${DIRECTORY}/${path} refers to another schema: $ref "http://example.com"`,
      );
    });

    it('refuses what is no JSON, or a bomb', async () => {
      await expect(chart({ 'values.schema.json': '{' })).rejects.toThrow(
        'values.schema.json is not valid JSON',
      );
      const deep = `${'['.repeat(130)}${']'.repeat(130)}`;
      await expect(chart({ 'values.schema.json': deep })).rejects.toThrow(
        'values.schema.json is nested more than 128 levels deep',
      );
    });
  });
});
