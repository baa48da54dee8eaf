import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { overlayReferences } from './overlayReferences';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: { gitea: [{ host: 'git.example.com' }] },
  }),
);
const GITOPS = 'https://git.example.com/platform/gitops';
const CATALOG_FILE =
  'https://git.example.com/agents/agents/src/branch/main/catalog/info.yaml';

const read = (
  overlay: string,
  annotations: Record<string, string> = {
    'backstage.io/managed-by-location': `url:${CATALOG_FILE}`,
  },
) => {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'agents',
      annotations: { ...annotations, 'progressive-delivery/overlay': overlay },
    },
  };
  return overlayReferences(entity, integrations);
};

describe('overlayReferences', () => {
  it('finds nothing in an entity that names none', () => {
    expect(read(' , ')).toEqual({ overlays: [], unusable: [] });
  });

  it('reads several, of both kinds', () => {
    expect(
      read(`url:${GITOPS}/src/branch/main/prod, dir:./deploy`).overlays,
    ).toEqual([
      {
        reference: `progressive-delivery/overlay: url:${GITOPS}/src/branch/main/prod`,
        by: 'url',
        place: {
          repository: `${GITOPS}.git`,
          revision: 'main',
          path: 'prod',
        },
      },
      {
        reference: 'progressive-delivery/overlay: dir:./deploy',
        by: 'dir',
        place: {
          repository: 'https://git.example.com/agents/agents.git',
          revision: 'main',
          path: 'catalog/deploy',
        },
      },
    ]);
  });

  it.each([
    ['dir:.', 'catalog'],
    ['dir:../deploy/', 'deploy'],
    ['dir:..', '.'],
    ['dir:/deploy', 'deploy'],
    ['dir:/', '.'],
  ])('counts %s from the catalog file', (overlay, path) => {
    expect(read(overlay).overlays[0].place.path).toBe(path);
  });

  it('does not count from what the author of an entity may write', () => {
    const { overlays, unusable } = read('dir:.', {
      'backstage.io/managed-by-location': 'file:/somewhere/info.yaml',
      'backstage.io/source-location': `url:${GITOPS}/src/branch/main/`,
      'backstage.io/managed-by-origin-location': `url:${CATALOG_FILE}`,
    });
    expect(overlays).toEqual([]);
    expect(unusable).toMatchObject([
      {
        reason: 'invalid',
        message: {
          text: 'The overlay cannot be used: "dir:." needs an entity that the catalog reads from a Git host',
        },
      },
    ]);
  });

  it.each([
    ['dir:../../x', 'leads out of the repository'],
    ['dir:/../x', 'leads out of the repository'],
    ['deploy', 'begins with neither url: nor dir:'],
    ['https://git.example.com/a/b', 'begins with neither url: nor dir:'],
    ['file:/etc', 'begins with neither url: nor dir:'],
    ['dir:', 'begins with neither url: nor dir:'],
    ['url:https://elsewhere.com/a/b', 'elsewhere.com is not in integrations'],
  ])('does not take %s', (overlay, message) => {
    const { overlays, unusable } = read(overlay);
    expect(overlays).toEqual([]);
    expect(unusable).toHaveLength(1);
    expect(unusable[0].message.text).toContain(message);
  });

  it('does not let one entity name thousands', () => {
    const { overlays, unusable } = read(
      Array.from({ length: 102 }, (_, index) => `dir:${index}`).join(','),
    );
    expect(overlays).toHaveLength(100);
    expect(unusable).toHaveLength(2);
  });
});
