import { Entry, treeOf } from '../../git/__testUtils__/treeOf';
import { Layout } from '../../git/trees/Layout';
import { unpackChart } from '../../charts/archives/chartArchive';
import { packSibling } from './siblingChart';

const WANTED = { directory: 'charts/web', name: 'web', version: '1.0.0' };

async function pack(files: Record<string, Entry>, wanted = WANTED) {
  const tree = treeOf({
    'charts/web/Chart.yaml': 'name: web\nversion: 1.0.0\n',
    'charts/web/templates/a.yaml': 'a: 1\n',
    'charts/website/Chart.yaml': '',
    ...files,
  });
  const layout = await Layout.create({
    repository: 'https://git.example.com/platform/gitops.git',
    branch: 'main',
    tree,
    paths: tree.entries.keys(),
  });
  const { archive } = await packSibling(layout, wanted);
  return Array.from((await unpackChart(archive, 'it')).keys()).sort();
}

describe('packSibling', () => {
  it('packs what is in its directory', async () => {
    expect(await pack({})).toEqual(['Chart.yaml', 'templates/a.yaml']);
  });

  it('leaves out what helm leaves out, with the rules of helm create', async () => {
    expect(
      await pack({
        'charts/web/.helmignore': '# Patterns\n\n.DS_Store\n*.bak\n.git/\n*~\n',
        'charts/web/templates/.hidden': '',
        'charts/web/templates/b.yaml.bak': '',
        'charts/web/c~': '',
        'charts/web/.idea/d': '',
      }),
    ).toEqual(['.helmignore', 'Chart.yaml', 'templates/a.yaml']);
  });

  it('refuses rules that it does not follow', async () => {
    await expect(
      pack({ 'charts/web/.helmignore': '*.bak\ntemplates/tests/\n' }),
    ).rejects.toThrow(
      'The .helmignore of charts/web has a rule of its own, "templates/tests/", which is not followed for dependencies',
    );
  });

  it.each([
    { ...WANTED, version: '1.0.1' },
    { ...WANTED, name: 'other' },
    { ...WANTED, directory: 'charts/none' },
  ])('refuses what is not the chart that is wanted: %j', async wanted => {
    await expect(pack({}, wanted)).rejects.toThrow(
      `The chart at ${wanted.directory} is not ${wanted.name} ${wanted.version}, which Chart.lock wants`,
    );
  });
});
