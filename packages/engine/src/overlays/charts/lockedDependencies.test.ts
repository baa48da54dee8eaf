import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Entry, treeOf } from '../../git/__testUtils__/treeOf';
import { HelmCharts } from '../../charts/__testUtils__/HelmCharts';
import { lockDigest } from '../../charts/lockDigest';
import { lockedDependencies } from './lockedDependencies';

const DEPENDENCIES = `dependencies:
  - name: sibling
    version: ">=1.0.0 <2"
    repository: file://../sibling
    alias: one
    condition: one.enabled,global.one
    tags: [a, "b & <c>"]
    import-values: [data, { parent: mine, child: theirs }]
  - name: sibling
    version: ^1
    repository: file://../sibling
    alias: two
`;

/** Chart.yaml and Chart.lock as the real helm makes one of the other. */
describe('lockedDependencies', () => {
  const charts = HelmCharts.create();

  afterAll(() => charts.remove());

  function updated(dependencies: string) {
    const chart = charts.write('outer', '1.0.0', {
      'Chart.yaml': `apiVersion: v2\nname: outer\nversion: 1.0.0\n${dependencies}`,
      '../sibling/Chart.yaml':
        'apiVersion: v2\nname: sibling\nversion: 1.2.3\n',
    });
    charts.helm('dependency', 'update', chart);
    const read = (name: string) => readFileSync(join(chart, name), 'utf8');
    return {
      'Chart.yaml': read('Chart.yaml'),
      'Chart.lock': read('Chart.lock'),
    };
  }

  const located = (files: Record<string, Entry>) =>
    lockedDependencies(
      treeOf(
        Object.fromEntries(
          Object.entries(files).map(([path, entry]) => [
            `charts/outer/${path}`,
            entry,
          ]),
        ),
      ),
      'charts/outer',
    );

  it('gives what helm locked, one chart by several names once', async () => {
    expect(await located(updated(DEPENDENCIES))).toEqual([
      {
        name: 'sibling',
        version: '1.2.3',
        from: 'sibling',
        directory: 'charts/sibling',
      },
    ]);
  });

  it('gives nothing where all are there', async () => {
    expect(
      await located({
        ...updated(DEPENDENCIES),
        'charts/sibling/Chart.yaml': '',
      }),
    ).toEqual([]);
    expect(await located({ 'Chart.yaml': 'name: a\n' })).toEqual([]);
  });

  it.each<[string, (text: string) => string]>([
    ['a version', text => text.replace('^1', '^2')],
    ['a repository', text => text.replace('file://../sibling', 'file://../a')],
    ['an alias', text => text.replace('two', 'three')],
    ['a condition', text => text.replace('one.enabled', 'two.enabled')],
    ['a tag', text => text.replace('<c>', 'c')],
    ['what is imported', text => text.replace('mine', 'yours')],
    [
      'a dependency',
      text => text.slice(0, text.indexOf('  - name: sibling\n    version: ^1')),
    ],
  ])(
    'refuses a lock that was not made for %s of Chart.yaml',
    async (_, change) => {
      const files = updated(DEPENDENCIES);
      const changed = change(files['Chart.yaml']);
      expect(changed).not.toBe(files['Chart.yaml']);
      await expect(
        located({ ...files, 'Chart.yaml': changed }),
      ).rejects.toThrow(
        'Cannot preview: charts/outer/Chart.lock is out of sync with Chart.yaml: run "helm dependency update" and commit it',
      );
    },
  );

  it('refuses a lock of which somebody changed the version', async () => {
    const files = updated(DEPENDENCIES);
    await expect(
      located({
        ...files,
        'Chart.lock': files['Chart.lock'].replace('1.2.3', '1.2.4'),
      }),
    ).rejects.toThrow('is out of sync with Chart.yaml');
  });

  describe('of dependencies that are locked by hand', () => {
    const locked = async (
      dependency: { repository: string; version?: string; name?: string },
      files: Record<string, Entry> = {},
    ) => {
      const all = [{ name: 'redis', version: '1.0.0', ...dependency }];
      return located({
        'Chart.yaml': JSON.stringify({ name: 'outer', dependencies: all }),
        'Chart.lock': JSON.stringify({
          dependencies: all,
          digest: lockDigest(all, all),
        }),
        ...files,
      });
    };

    it.each([
      'https://charts.example.com',
      'oci://registry.example.com/charts',
    ])('gives one from %s', async repository => {
      expect(await locked({ repository })).toEqual([
        { name: 'redis', version: '1.0.0', from: 'repository', repository },
      ]);
    });

    it.each([
      [
        { repository: '@stable' },
        /comes from @stable, a name that only a machine/,
      ],
      [{ repository: 'alias:stable' }, /a name that only a machine/],
      [{ repository: 'file:///etc' }, /is an absolute path/],
      [{ repository: 'file://../../../etc' }, /leads out of the repository/],
      [{ repository: 'file://../a?b' }, /is remote, or could be taken for/],
      [
        { repository: 'https://a', version: '^1' },
        /has an unsupported name, or an unsupported version/,
      ],
      [
        { repository: 'https://a', version: '--debug' },
        /has an unsupported name, or an unsupported version/,
      ],
      [
        { repository: 'https://a', version: '' },
        /has an unsupported name, or an unsupported version/,
      ],
      [
        { repository: 'https://a', name: '../a' },
        /has an unsupported name, or an unsupported version/,
      ],
      [
        { repository: '' },
        /has no repository and is not in charts\/outer\/charts/,
      ],
    ])('refuses %j', async (dependency, reason) => {
      await expect(locked(dependency)).rejects.toThrow(reason);
    });

    it('refuses a lock that is a link, through which helm would write', async () => {
      await expect(
        locked(
          { repository: 'https://a' },
          { 'Chart.lock': { link: 'other.lock' }, 'other.lock': '' },
        ),
      ).rejects.toThrow('charts/outer/Chart.lock is a symbolic link');
    });
  });

  it('refuses dependencies of which some are there and others not', async () => {
    const all = ['a', 'b'].map(name => ({
      name,
      version: '1.0.0',
      repository: 'https://charts.example.com',
    }));
    await expect(
      located({
        'Chart.yaml': JSON.stringify({ name: 'outer', dependencies: all }),
        'Chart.lock': JSON.stringify({
          dependencies: all,
          digest: lockDigest(all, all),
        }),
        'charts/a/Chart.yaml': 'name: a\n',
      }),
    ).rejects.toThrow(
      'The dependency a is in charts/outer/charts and would be fetched besides, because others are not there',
    );
  });

  it('asks for a lock where there is none', async () => {
    const { 'Chart.yaml': chart } = updated(DEPENDENCIES);
    await expect(located({ 'Chart.yaml': chart })).rejects.toThrow(
      'The dependencies of charts/outer are neither in the repository nor locked: run "helm dependency update" and commit charts/outer/Chart.lock',
    );
  });

  it.each(['digest: 1', '- a', 'a: [', ''])(
    'refuses %j as a lock',
    async lock => {
      const { 'Chart.yaml': chart } = updated(DEPENDENCIES);
      await expect(
        located({ 'Chart.yaml': chart, 'Chart.lock': lock }),
      ).rejects.toThrow(/Chart\.lock is (not|no)/);
    },
  );
});
