import { Manifest } from '../../variants/manifests/manifests';
import { References } from './References';

const manifest = (
  kind: string,
  name: string,
  rest: Partial<Manifest> & Record<string, unknown> = {},
): Manifest => ({
  apiVersion: kind === 'Service' ? 'v1' : 'example.com/v1',
  kind,
  metadata: { name, namespace: 'web' },
  ...rest,
});

const names = (manifests: readonly Manifest[]) =>
  manifests.map(({ metadata }) => metadata.name);

describe('What rendered objects name', () => {
  it.each([
    [
      'a volume',
      'ConfigMap',
      { spec: { volumes: [{ configMap: { name: 'used' } }] } },
    ],
    [
      'an environment variable',
      'Secret',
      { spec: { env: [{ valueFrom: { secretKeyRef: { name: 'used' } } }] } },
    ],
    ['a name alone', 'Secret', { spec: { secretName: 'used' } }],
    ['a claim', 'PersistentVolumeClaim', { spec: { claimName: 'used' } }],
    [
      'a list of names',
      'Secret',
      { spec: { imagePullSecrets: [{ name: 'other' }, { name: 'used' }] } },
    ],
    [
      'a kind and a name',
      'Gateway',
      { spec: { parentRefs: [{ kind: 'Gateway', name: 'used' }] } },
    ],
    [
      'a subject of a binding',
      'ServiceAccount',
      { subjects: [{ kind: 'ServiceAccount', name: 'used' }] },
    ],
    [
      'the role of a binding',
      'Role',
      { roleRef: { kind: 'Role', name: 'used' } },
    ],
    [
      'a route',
      'Service',
      {
        apiVersion: 'networking.istio.io/v1',
        kind: 'VirtualService',
        spec: {
          http: [{ route: [{ destination: { host: 'used.web.svc' } }] }],
        },
      },
    ],
  ])('is found in %s', async (_, kind, rest) => {
    const references = await References.of([
      manifest('Other', 'unrelated', { spec: { a: 'used' } }),
      manifest('Other', 'user', rest),
    ]);
    expect(names(references.usersOf(manifest(kind, 'used')))).toEqual(['user']);
    expect(references.usersOf(manifest(kind, 'unused'))).toEqual([]);
    expect(references.usersOf(manifest('Unrelated', 'used'))).toEqual([]);
  });

  it('is named by objects of the same namespace, and of none', async () => {
    const spec = { secretName: 'used' };
    const references = await References.of([
      manifest('Other', 'elsewhere', {
        metadata: { name: 'elsewhere', namespace: 'other' },
        spec,
      }),
      manifest('Other', 'of the cluster', {
        metadata: { name: 'of the cluster' },
        spec,
      }),
      manifest('Other', 'near', { spec }),
    ]);
    expect(names(references.usersOf(manifest('Secret', 'used')))).toEqual([
      'of the cluster',
      'near',
    ]);
  });

  it('is named with the first place of each section', async () => {
    const reference = { kind: 'Deployment', name: 'web' };
    const owner = manifest('Policy', 'policy', {
      metadata: { name: 'policy', ownerReferences: [reference] },
      spec: { targets: [{ deep: { reference } }, reference] },
    } as unknown as Partial<Manifest>);
    const references = await References.of([owner]);
    expect(references.namings('Deployment', 'web')).toEqual([
      { manifest: owner, path: ['metadata', 'ownerReferences', 0] },
      { manifest: owner, path: ['spec', 'targets', 0, 'deep', 'reference'] },
    ]);
  });

  it('is not what gets no requests', async () => {
    const weighted = (weight: number) =>
      manifest('VirtualService', `weight ${weight}`, {
        apiVersion: 'networking.istio.io/v1',
        spec: {
          http: [{ route: [{ destination: { host: 'used' }, weight }] }],
        },
      });
    const references = await References.of([weighted(0), weighted(1)]);
    expect(names(references.usersOf(manifest('Service', 'used')))).toEqual([
      'weight 1',
    ]);
  });

  it('ends where nobody waits any longer', async () => {
    const deep = Array.from({ length: 200_000 }, (_, index) => ({ a: index }));
    await expect(
      References.of(
        [manifest('Other', 'large', { spec: { deep } })],
        AbortSignal.abort(new Error('gone')),
      ),
    ).rejects.toThrow('gone');
  });
});
