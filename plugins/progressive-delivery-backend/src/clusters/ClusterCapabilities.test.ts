import { KubernetesProxy } from './__testUtils__/KubernetesProxy';
import { ClusterCapabilities } from './ClusterCapabilities';

const resource = (name: string, kind: string, ...verbs: string[]) => ({
  resource: name,
  responseKind: { group: '', version: '', kind },
  scope: 'Namespaced',
  verbs,
});

const answers = {
  '/version': { major: '1', minor: '37', gitVersion: 'v1.37.2-gke.100' },
  '/api': {
    kind: 'APIGroupDiscoveryList',
    items: [
      {
        versions: [
          {
            version: 'v1',
            resources: [
              resource('pods', 'Pod', 'get', 'list', 'watch'),
              resource('bindings', 'Binding', 'create'),
            ],
          },
        ],
      },
    ],
  },
  '/apis': {
    kind: 'APIGroupDiscoveryList',
    items: [
      {
        metadata: { name: 'autoscaling' },
        versions: [
          {
            version: 'v2',
            resources: [
              resource('hpas', 'HorizontalPodAutoscaler', 'list', 'watch'),
            ],
          },
          {
            version: 'v1',
            resources: [
              resource('hpas', 'HorizontalPodAutoscaler', 'list', 'watch'),
              resource('scales', 'Scale', 'list', 'watch'),
            ],
          },
        ],
      },
      {
        metadata: { name: 'empty.example.com' },
        versions: [{ version: 'v1' }],
      },
    ],
  },
};

describe('ClusterCapabilities', () => {
  let proxy: KubernetesProxy;
  let capabilities: ClusterCapabilities;

  beforeEach(async () => {
    proxy = await KubernetesProxy.start();
    capabilities = ClusterCapabilities.create({ proxy: proxy.proxy() });
    for (const [path, body] of Object.entries(answers)) {
      proxy.answers({ cluster: 'main', path }, { status: 200, body });
    }
  });
  afterEach(() => proxy.stop());

  it('are those that Argo CD would tell charts: preferred versions of what can be listed and watched', async () => {
    expect(await capabilities.of('main')).toEqual({
      kubeVersion: '1.37.2',
      apiVersions: [
        'autoscaling/v1',
        'autoscaling/v1/Scale',
        'autoscaling/v2',
        'autoscaling/v2/HorizontalPodAutoscaler',
        'v1',
        'v1/Pod',
      ],
    });
  });

  it('are asked for once, by however many', async () => {
    await Promise.all([capabilities.of('main'), capabilities.of('main')]);
    await capabilities.of('main');
    expect(proxy.requests).toHaveLength(3);
  });

  it('are not known of a cluster that each user signs in at', async () => {
    proxy.clusterItems = [{ name: 'main', authProvider: 'google' }];
    expect(await capabilities.of('main')).toBeUndefined();
    expect(proxy.requests).toEqual([]);
  });

  it.each([
    [{ status: 503, body: {} }, '/apis was answered with 503'],
    [
      { status: 200, body: { kind: 'APIGroupList', groups: [] } },
      '/apis was answered with what cannot be read; Kubernetes 1.27 or newer is needed',
    ],
  ])(
    'are missed where the cluster does not tell them',
    async (standIn, because) => {
      proxy.answers({ cluster: 'main', path: '/apis' }, standIn);
      await expect(capabilities.of('main')).rejects.toThrow(
        expect.objectContaining({
          name: 'ServiceUnavailableError',
          message: `Cannot preview: What charts see of cluster main is not known: ${because}`,
        }),
      );
    },
  );

  it('outlive a cluster that does not answer for a while', async () => {
    const known = await capabilities.of('main');
    const later = Date.now() + 10 * 60_000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    try {
      proxy.answers(
        { cluster: 'main', path: '/version' },
        { status: 503, body: {} },
      );
      expect(await capabilities.of('main')).toEqual(known);
    } finally {
      jest.restoreAllMocks();
    }
  });
});
