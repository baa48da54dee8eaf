import { HelmCharts } from '../__testUtils__/HelmCharts';
import { readIndex } from './repositoryIndex';

const REPOSITORY = 'https://charts.example.com';

describe('readIndex', () => {
  const charts = HelmCharts.create();
  const archives = [
    ['web', '1.0.0'],
    ['web', '1.10.0'],
    ['web-api', '2.0.0'],
    ['api', '3.0.0'],
  ].map(
    ([name, version]) =>
      charts.package(
        charts.write(name, version, {
          'Chart.yaml': `apiVersion: v2\nname: ${name}\nversion: ${version}\ndescription: |\n  entries:\n    web:\n    - version: 9.9.9\n`,
        }),
      ).file,
  );
  const index = charts.index(archives, 'https://charts.example.com/archives');

  afterAll(() => charts.remove());

  it.each([
    ['web', ['1.10.0', '1.0.0']],
    ['web-api', ['2.0.0']],
    ['api', ['3.0.0']],
    ['none', []],
    ['constructor', []],
  ])('finds the versions of %s in what helm writes', (name, versions) => {
    expect(
      readIndex(index, name, REPOSITORY).map(({ version }) => version),
    ).toEqual(versions);
  });

  it('says where an archive is, and its digest', () => {
    expect(readIndex(index, 'api', REPOSITORY)).toEqual([
      {
        version: '3.0.0',
        urls: ['https://charts.example.com/archives/api-3.0.0.tgz'],
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  const release = (version: string) =>
    `{ version: ${version}, urls: [a.tgz], digest: '1' }`;

  it.each([
    ['in one line', `entries: { web: [${release('1.10')}] }`],
    ['as JSON', `{"entries":{"web":[{"version":"1.10","urls":["a"]}]}}`],
    ['with other spaces', `entries:\n    web:\n      - ${release('1.10')}\n`],
    ['in quotes', `entries:\n  "web":\n  - ${release('1.10')}\n`],
    ['with comments', `entries:\n  web:\n# a\n  # b\n  - ${release('1.10')}\n`],
    [
      'with another list',
      `entries:\n  a:\n  - ${release('2')}\n  web:\n  - ${release(
        '1.10',
      )}\nother:\n  web: []\n`,
    ],
    [
      'with windows line ends',
      `entries:\r\n  web:\r\n  - ${release('1.10')}\r\n`,
    ],
  ])(
    'reads one that is written %s, in which versions are no numbers',
    (_, text) => {
      expect(readIndex(text, 'web', REPOSITORY)).toMatchObject([
        { version: '1.10' },
      ]);
    },
  );

  it('leaves out what helm leaves out', () => {
    const text = `entries:\n  web:\n  - null\n  - { version: '1' }\n  - { urls: [a] }\n  - ${release(
      '2',
    )}\n`;
    expect(readIndex(text, 'web', REPOSITORY)).toMatchObject([
      { version: '2' },
    ]);
  });

  it('refuses one that names a chart twice, as YAML does', () => {
    const web = `  web:\n  - ${release('1')}\n`;
    expect(() =>
      readIndex(`entries:\n${web}${web}`, 'web', REPOSITORY),
    ).toThrow(
      'The index.yaml of https://charts.example.com is not the index of a Helm repository',
    );
  });

  it.each(['  ', '    '])(
    'parses the lines about the chart and no others, indented by %j',
    indent => {
      const text = `entries:\n${indent}other: [\n${indent}web:\n${indent}  - ${release(
        '1',
      )}\n`;
      expect(readIndex(text, 'web', REPOSITORY)).toMatchObject([
        { version: '1' },
      ]);
      expect(() => readIndex(text, 'other', REPOSITORY)).toThrow(
        'is not the index',
      );
    },
  );
});
