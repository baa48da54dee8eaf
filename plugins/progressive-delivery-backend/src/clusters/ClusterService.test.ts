import {
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { z } from 'zod/v4';
import { hurryRequests } from './__testUtils__/hurryRequests';
import { KubernetesProxy } from './__testUtils__/KubernetesProxy';
import { ClusterService } from './ClusterService';

const ROLLOUTS = '/apis/argoproj.io/v1alpha1/namespaces/agents/rollouts';
const schema = z.object({ metadata: z.object({ name: z.string() }) });
const rollouts = {
  cluster: 'sandbox',
  resource: 'rollouts' as const,
  namespace: 'agents',
};
const web = { ...rollouts, name: 'web' };

describe('ClusterService', () => {
  let proxy: KubernetesProxy;
  let clusters: ClusterService;

  beforeAll(async () => {
    proxy = await KubernetesProxy.start();
    clusters = proxy.clusters();
  });
  beforeEach(() => proxy.clear());
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => proxy.stop());

  const answers = (status: number, body: unknown) =>
    proxy.answers({ cluster: 'sandbox' }, { status, body });
  const status = (message: string, details?: object) => ({
    kind: 'Status',
    message,
    details,
  });

  it('reads an object, in our own name and of the cluster that is asked for', async () => {
    proxy.has('sandbox', ROLLOUTS, { metadata: { name: 'web' } });
    await expect(clusters.read(web, schema)).resolves.toEqual({
      metadata: { name: 'web' },
    });
    expect(proxy.requests).toEqual([`sandbox ${ROLLOUTS}/web`]);
    expect(proxy.headers.authorization).toContain(
      '"sub":"plugin:progressive-delivery"',
    );
  });

  it('asks the core API for pods', async () => {
    await clusters.list({ ...rollouts, resource: 'pods' }, schema);
    expect(proxy.requests).toEqual([
      'sandbox /api/v1/namespaces/agents/pods?limit=1000',
    ]);
  });

  it('lets the API server leave out what is not asked for', async () => {
    await clusters.list(
      {
        ...rollouts,
        resource: 'events',
        only: 'web.1',
        fieldSelector: 'type=Warning',
      },
      schema,
    );
    expect(proxy.requests).toEqual([
      'sandbox /api/v1/namespaces/agents/events?limit=1000&fieldSelector=metadata.name%3Dweb.1%2Ctype%3DWarning',
    ]);
  });

  it('finds no object where there is none of that name', async () => {
    await expect(clusters.read(web, schema)).resolves.toBeUndefined();
  });

  it('keeps only what the schema knows', async () => {
    proxy.has('sandbox', ROLLOUTS, {
      metadata: { name: 'web', labels: { a: 'b' } },
    });
    await expect(clusters.list(rollouts, schema)).resolves.toEqual({
      objects: [{ metadata: { name: 'web' } }],
      unreadable: [],
    });
  });

  it('lists what can be read, and says what cannot and why', async () => {
    const indexed = z.object({
      ...schema.shape,
      index: z.number().nonnegative().optional(),
    });
    answers(200, {
      metadata: {},
      items: [
        { metadata: { name: 'odd' }, index: -1 },
        { metadata: { name: 'web' }, index: 0 },
        { metadata: {} },
        'odd',
      ],
    });
    await expect(clusters.list(rollouts, indexed)).resolves.toEqual({
      objects: [{ metadata: { name: 'web' }, index: 0 }],
      unreadable: [
        { name: 'odd', why: expect.stringMatching(/^index: Too small/) },
        { name: undefined, why: expect.stringMatching(/^metadata\.name: /) },
        { name: undefined, why: expect.stringMatching(/^Invalid input/) },
      ],
    });
  });

  it('takes a list of null, as Go writes it, for an empty one', async () => {
    answers(200, { metadata: { resourceVersion: '7' }, items: null });
    await expect(clusters.list(rollouts, schema)).resolves.toEqual({
      objects: [],
      unreadable: [],
    });
  });

  it('lists page by page', async () => {
    for (let index = 0; index < 2_001; index++) {
      proxy.has('sandbox', ROLLOUTS, { metadata: { name: `web-${index}` } });
    }
    const { objects } = await clusters.list(rollouts, schema);
    expect(objects).toHaveLength(2_001);
    expect(proxy.requests).toEqual([
      `sandbox ${ROLLOUTS}?limit=1000`,
      `sandbox ${ROLLOUTS}?limit=1000&continue=1000`,
      `sandbox ${ROLLOUTS}?limit=1000&continue=2000`,
    ]);
  });

  it('passes a label selector on every page', async () => {
    proxy.has('sandbox', ROLLOUTS, {
      metadata: { name: 'web', labels: { team: 'agents' } },
    });
    proxy.has('sandbox', ROLLOUTS, { metadata: { name: 'other' } });
    await expect(
      clusters.list({ ...rollouts, labelSelector: 'team=agents' }, schema),
    ).resolves.toMatchObject({ objects: [{ metadata: { name: 'web' } }] });
  });

  it.each(['..', '.', '', 'a/b', 'web?watch=true', '%2e%2e', 'Web', 'web\n'])(
    'asks nothing for the name %j, which could lead to another endpoint',
    async name => {
      await expect(clusters.read({ ...web, name }, schema)).rejects.toThrow(
        InputError,
      );
      await expect(
        clusters.list({ ...rollouts, namespace: name }, schema),
      ).rejects.toThrow(InputError);
      expect(proxy.requests).toEqual([]);
    },
  );

  it('says which verbs are missing where the cluster forbids it', async () => {
    answers(403, status('rollouts is forbidden'));
    await expect(clusters.list(rollouts, schema)).rejects.toThrow(
      new NotAllowedError(
        "Backstage is not allowed to list rollouts.argoproj.io in namespace agents of cluster sandbox: give the Kubernetes plugin's account for it the verbs get, list (the cluster said: rollouts is forbidden)",
      ),
    );
  });

  it('says that the Kubernetes plugin does not know the cluster', async () => {
    answers(404, {
      error: { name: 'NotFoundError', message: "Cluster 'sandbox' not found" },
    });
    await expect(clusters.read(web, schema)).rejects.toThrow(
      new NotFoundError(
        'Cluster sandbox is not known to the Kubernetes plugin',
      ),
    );
  });

  it('says that the kind does not exist where the API server has no such path', async () => {
    answers(404, '404 page not found\n');
    await expect(clusters.read(web, schema)).rejects.toThrow(
      new NotFoundError(
        'Cluster sandbox does not have rollouts.argoproj.io: its custom resource definition is not installed. Deployments do not need it; Rollouts need Argo Rollouts to be installed there',
      ),
    );
  });

  it('tells a label selector that is none from a cluster that fails', async () => {
    answers(400, status('unable to parse requirement'));
    await expect(
      clusters.list({ ...rollouts, labelSelector: 'a in' }, schema),
    ).rejects.toThrow(
      new InputError(
        'Cluster sandbox rejected the request for rollouts.argoproj.io in namespace agents: unable to parse requirement',
      ),
    );
  });

  it('says what the cluster says where it fails', async () => {
    answers(500, status('etcdserver: request timed out'));
    await expect(clusters.read(web, schema)).rejects.toThrow(
      new ServiceUnavailableError(
        'Cluster sandbox could not get rollouts.argoproj.io in namespace agents (500: etcdserver: request timed out)',
      ),
    );
  });

  it.each([
    ['no JSON', '<html>'],
    ['no object of that kind', { metadata: {} }],
  ])('refuses an answer that is %s', async (_, body) => {
    answers(200, body);
    await expect(clusters.read(web, schema)).rejects.toThrow(
      /^Cluster sandbox returned rollouts.argoproj.io in namespace agents that cannot be read/,
    );
  });

  it('does not wait for a cluster that says nothing', async () => {
    hurryRequests(proxy);
    proxy.answers({ cluster: 'sandbox' }, 'silence');
    await expect(clusters.read(web, schema)).rejects.toThrow(
      'Cluster sandbox did not answer within 20 s',
    );
  });

  it('says that an answer that stops in the middle did not arrive', async () => {
    proxy.answers({ cluster: 'sandbox' }, 'stop');
    await expect(clusters.read(web, schema)).rejects.toThrow(
      /^Cluster sandbox could not be reached through the Kubernetes plugin/,
    );
  });

  it('stops as soon as nobody waits for it', async () => {
    proxy.answers({ cluster: 'sandbox' }, 'silence');
    const controller = new AbortController();
    const reading = clusters.read(web, schema, { signal: controller.signal });
    controller.abort(new Error('gone'));
    await expect(reading).rejects.toThrow('gone');
  });
});
