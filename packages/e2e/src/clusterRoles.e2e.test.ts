import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiServer } from '@progressive-delivery/sandbox';
import { OurCluster } from './clusterRoles/OurCluster';
import {
  accountWith,
  ClusterRole,
  documentedRole,
  grantsOf,
  without,
} from './clusterRoles/roles';
import { eventually } from '@progressive-delivery/sandbox';

/** The API server hears of its rules a moment after it has taken them. */
const SOON = { seconds: 20 };

const NAMESPACE = 'agents';
const ROLLOUT = 'agents-controllers';
/** What acting on Rollouts takes besides reading. */
const ACTING = ['get rollouts', 'patch rollouts', 'patch rollouts/status'];

describe('The roles that the documentation offers, on a real API server,', () => {
  let directory: string;
  let server: ApiServer;
  let read: ClusterRole;
  let act: ClusterRole;
  let reader: OurCluster;
  let actor: OurCluster;
  /** Accounts that lack one verb on one resource each. */
  let lacking: { account: string; title: string; also: string[] }[];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'cluster-roles-'));
    server = await ApiServer.start({ directory });
    await server.installDefinitions();
    read = await documentedRole('read-only.yaml');
    act = await documentedRole('act-on-rollouts.yaml');
    const both = [read.metadata.name, act.metadata.name];
    const objects: object[] = [
      ...['backstage', NAMESPACE].map(name => ({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      })),
      rollout(),
      ...[read, act],
      ...accountWith('reader', [read.metadata.name]),
      ...accountWith('actor', both),
    ];
    const take = (from: ClusterRole, rest: string[], also: string[]) =>
      grantsOf(from).map((taken, index) => {
        const account = `${from.metadata.name}-${index}`;
        objects.push(
          without(from, taken, account),
          ...accountWith(account, [account, ...rest]),
        );
        return { account, title: `${taken.verb} ${taken.resource}`, also };
      });
    lacking = [
      ...take(read, [], ACTING),
      ...take(act, [read.metadata.name], []),
    ];
    const file = join(directory, 'objects.json');
    await writeFile(
      file,
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }),
    );
    await server.run(['apply', '--server-side', '--filename', file]);
    reader = await OurCluster.as(server, 'reader');
    actor = await OurCluster.as(server, 'actor');
  });

  afterAll(async () => {
    await reader?.stop();
    await actor?.stop();
    await server?.stop();
    await rm(directory, { recursive: true });
  });

  it('suffice for everything that the backend ever asks', async () => {
    await eventually(
      'nothing is refused to who may act',
      async () => expect(await actor.refused(NAMESPACE, ROLLOUT)).toEqual([]),
      SOON,
    );
  });

  it('let who may only read do everything but act', async () => {
    await eventually(
      'only acting is refused to who may read',
      async () =>
        expect(await reader.refused(NAMESPACE, ROLLOUT)).toEqual(ACTING),
      SOON,
    );
  });

  it('need no rule for what charts see of the cluster', async () => {
    expect(await reader.capabilities()).toMatchObject({
      kubeVersion: expect.stringMatching(/^1\.\d+/),
      apiVersions: expect.arrayContaining(['argoproj.io/v1alpha1/Rollout']),
    });
  });

  it('change a Rollout and its status', async () => {
    for (const [on, patch] of [
      ['rollouts', { spec: { paused: true } }],
      ['rollouts/status', { status: { abort: true } }],
    ] as const) {
      expect(await actor.patch(on, NAMESPACE, ROLLOUT, patch)).toMatchObject({
        outcome: 'patched',
        object: patch,
      });
    }
  });

  it.each(['secrets', 'configmaps', 'serviceaccounts'])(
    'give no %s',
    async resource => {
      const path = `/api/v1/namespaces/${NAMESPACE}/${resource}`;
      for (const cluster of [reader, actor]) {
        expect(await cluster.statusOf(path)).toBe(403);
        expect(await cluster.statusOf(`${path}/any`)).toBe(403);
      }
    },
  );

  it('change nothing else', async () => {
    for (const path of [
      `/apis/apps/v1/namespaces/${NAMESPACE}/deployments/any`,
      `/api/v1/namespaces/${NAMESPACE}/pods/any`,
      `/apis/argoproj.io/v1alpha1/namespaces/${NAMESPACE}/applications/any`,
      `/apis/argoproj.io/v1alpha1/namespaces/${NAMESPACE}/rollouts/${ROLLOUT}/scale`,
    ]) {
      const change = { method: 'PATCH', body: '{}' } as const;
      expect(await actor.statusOf(path, change)).toBe(403);
    }
  });

  it('have no verb that nothing needs: without it, just that is refused', async () => {
    expect(lacking.length).toBeGreaterThan(ACTING.length);
    await Promise.all(
      lacking.map(async ({ account, also, title }) => {
        const cluster = await OurCluster.as(server, account);
        try {
          await eventually(
            `only ${title} is refused`,
            async () =>
              expect(await cluster.refused(NAMESPACE, ROLLOUT)).toEqual(
                [title, ...also].sort(),
              ),
            SOON,
          );
        } finally {
          await cluster.stop();
        }
      }),
    );
  });

  it('are told to an administrator verb by verb, as they are', async () => {
    for (const { account, also, title } of lacking) {
      const cluster = await OurCluster.as(server, account);
      try {
        await eventually(
          `${title} is told to be missing`,
          async () =>
            expect(await cluster.lacking(NAMESPACE)).toEqual(
              [title, ...also].sort(),
            ),
          SOON,
        );
      } finally {
        await cluster.stop();
      }
    }
  });
});

function rollout(): object {
  const labels = { app: ROLLOUT };
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: ROLLOUT, namespace: NAMESPACE },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'agents', image: 'agents:1' }] },
      },
      strategy: { canary: { steps: [{ setWeight: 50 }] } },
    },
  };
}
