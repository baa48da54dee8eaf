import { Entry, treeOf } from '../../git/__testUtils__/treeOf';
import { Layout } from '../../git/trees/Layout';
import { ManifestReader } from './ManifestReader';
import { readManifests } from './readManifests';

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';

async function read(files: Record<string, Entry>) {
  const tree = treeOf(files);
  const paths = Object.keys(files);
  const layout = await Layout.create({
    repository: 'https://git.example.com/platform/gitops.git',
    branch: 'main',
    tree,
    paths,
  });
  return readManifests(paths, layout, {
    reader: ManifestReader.create({ mostObjects: 2 }),
  });
}

describe('readManifests', () => {
  it.each([
    [
      'whose document is no Kubernetes object',
      'app/map.yaml',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: none\n',
      'app/map.yaml contains a document that is not a Kubernetes object: metadata: ',
    ],
    [
      'that is not YAML',
      'app/map.yaml',
      `${CONFIG_MAP}data: [\n`,
      'app/map.yaml ',
    ],
    [
      'of JSON, whatever it looks like',
      'app/map.json',
      '{"replicas": 3}',
      'app/map.json contains a document that is not a Kubernetes object: apiVersion: ',
    ],
    [
      'whose name means something to a replacement',
      "app/$&$'.yaml",
      'apiVersion: v1\nkind: ConfigMap\nmetadata: none\n',
      "app/$&$'.yaml contains a document",
    ],
    [
      'whose name would hide what follows it',
      'app/\u202Emap.yaml',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: none\n',
      'app/\\u{202e}map.yaml contains a document',
    ],
  ])('names the file %s', async (_, path, content, message) => {
    const files = { 'app/good.yaml': CONFIG_MAP, [path]: content };
    await expect(read(files)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        new RegExp(`^Cannot preview: ${escaped(message)}`),
      ),
    });
  });

  it('leaves out what looks like no manifest, and what asks to be left out', async () => {
    const manifests = await read({
      'app/config-map.yaml': CONFIG_MAP,
      'app/values.yaml': 'replicas: 3\n',
      'app/broken.yaml': 'replicas: [\n',
      'app/skipped.yaml': `# +argocd:skip-file-rendering\n${CONFIG_MAP}data: [\n`,
    });
    expect(manifests.map(({ metadata }) => metadata.name)).toEqual(['a']);
  });

  it('counts the objects of all files together', async () => {
    await expect(
      read({
        'a.yaml': CONFIG_MAP,
        'b.yaml': CONFIG_MAP,
        'c.yaml': CONFIG_MAP,
      }),
    ).rejects.toThrow(/more than 2 objects/);
  });
});

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
