import { Entity } from '@backstage/catalog-model';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  UnusableTarget,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  applicationSchema,
  DeliveryTarget,
  OverlayTarget,
  problemOf,
  TargetDescription,
} from '@progressive-delivery/engine';
import { ClusterProxy } from '../clusters/ClusterProxy';
import { LiveWorkloads } from '../rollouts/live/RolloutService';
import { OverviewService } from './OverviewService';

const WEB = 'web.progressiveDelivery.enabled';
const ALL = 'progressiveDelivery.enabled';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'web', namespace: 'default' },
};

const target = (
  id: string,
  own: Partial<OverlayTarget> = {},
): OverlayTarget => ({
  kind: 'overlay',
  id,
  title: id,
  sources: [
    {
      repository: 'https://git.example.com/gitops.git',
      revision: 'main',
      path: id,
    },
  ],
  destination: { cluster: 'main', namespace: 'shop' },
  ...own,
});

const described: TargetDescription = {
  sources: [
    {
      repository: 'https://git.example.com/gitops.git',
      revision: 'main',
      path: 'web',
      commit: 'c0ffee',
    },
  ],
  switches: [WEB, ALL].map(id => ({
    id,
    enabled: false,
    origin: { from: 'chart', file: 'values.yaml' },
  })),
  workloads: [
    {
      namespace: 'shop',
      name: 'web',
      kind: 'Deployment',
      switches: [WEB, ALL],
    },
  ],
  editPlaces: [],
  rendering: { state: 'done' },
  problems: [],
};

const sync = { startedAt: '2026-03-01T10:00:00Z', commit: 'c0ffee' };

describe('OverviewService', () => {
  let targets: DeliveryTarget[];
  let unusable: UnusableTarget[];
  let descriptions: Map<string, TargetDescription>;
  let live: LiveWorkloads;
  let credentials: Awaited<ReturnType<ClusterProxy['credentialsOf']>>;
  let credentialsOf: () => Promise<typeof credentials>;

  beforeEach(() => {
    targets = [target('web')];
    unusable = [];
    descriptions = new Map([['web', described]]);
    live = { workloads: [], problems: [] };
    credentials = { of: 'own' };
    credentialsOf = async () => credentials;
  });

  const list = () =>
    OverviewService.create({
      targets: { resolve: async () => ({ targets, unusable }) },
      variants: {
        describe: async ({ id }) => {
          const description = descriptions.get(id);
          if (!description) {
            throw new NotFoundError(`There is no ${id} in Git`);
          }
          return description;
        },
      },
      rollouts: { liveWorkloads: async () => live },
      proxy: { credentialsOf: () => credentialsOf() },
      commits: { of: async () => [sync] },
      config: {
        actions: { enabled: false },
        proposals: { enabled: true },
        argocd: [{ name: 'main', url: 'https://argocd.example.com' }],
      },
    }).list(entity);

  it('puts what Git renders beside what runs, by namespace and name', async () => {
    live.workloads = [
      { namespace: 'shop', name: 'web', kinds: ['Deployment', 'Rollout'] },
      { namespace: 'other', name: 'web', kinds: ['Rollout'] },
    ];
    const [web] = (await list()).targets;
    expect(web.workloads).toEqual([
      { namespace: 'other', name: 'web', kindsLive: ['Rollout'] },
      {
        namespace: 'shop',
        name: 'web',
        kindInGit: 'Deployment',
        kindsLive: ['Deployment', 'Rollout'],
        switch: WEB,
      },
    ]);
    expect(web.sources).toEqual(described.sources);
  });

  it('does not say that nothing runs where that could not be read', async () => {
    const [read] = (await list()).targets;
    expect(read.live).toEqual({ state: 'done' });
    live.problems = [problemOf(new Error('No route to the cluster'))];
    const [unread] = (await list()).targets;
    expect(unread).toMatchObject({
      live: { state: 'incomplete' },
      workloads: [{ name: 'web', kindsLive: [] }],
    });
  });

  it('names the switch that the entity owns, and which are its own', async () => {
    targets = [target('web', { ownedSwitches: [ALL] })];
    const [web] = (await list()).targets;
    expect(web.workloads[0].switch).toBe(ALL);
    expect(web.switches.map(({ id, owned }) => [id, owned])).toEqual([
      [WEB, false],
      [ALL, true],
    ]);
  });

  it('shows what Git holds where the Kubernetes plugin does not tell its clusters', async () => {
    credentialsOf = async () => {
      throw new ServiceUnavailableError('There is no Kubernetes plugin');
    };
    const [web] = (await list()).targets;
    expect(web.sources).toEqual(described.sources);
  });

  it('hides no target behind another that cannot be read', async () => {
    targets = [
      target('gone', { problems: [problemOf(new Error('Half of it is odd'))] }),
      ...targets,
    ];
    live.workloads = [{ namespace: 'shop', name: 'web', kinds: ['Rollout'] }];
    const [gone, web] = (await list()).targets;
    expect(gone).toMatchObject({
      sources: targets[0].sources,
      switches: [],
      workloads: [{ name: 'web', kindsLive: ['Rollout'] }],
    });
    expect(gone.problems).toHaveLength(2);
    expect(JSON.stringify(gone.problems)).toMatch(
      /Half of it is odd.*There is no gone in Git/,
    );
    expect(web.switches).toHaveLength(2);
    expect(web.problems).toEqual([]);
  });

  it('says what cannot be used, and at which sign-in a cluster wants a token', async () => {
    unusable = [
      {
        reference: 'argocd/app-name: other',
        reason: 'not-found',
        message: toMessage('unusable', {
          id: 'nothingMatches',
          parameters: { places: ['main/argocd'] },
        }),
        problems: [],
        remedies: [],
      },
    ];
    credentials = { of: 'user', provider: 'google', header: 'x' };
    const answer = await list();
    expect(answer.unusable).toEqual(unusable);
    expect(answer.targets[0].destination).toEqual({
      cluster: 'main',
      namespace: 'shop',
      authProvider: 'google',
    });
  });

  it('shows what Argo CD makes of it', async () => {
    targets = [
      {
        ...target('web'),
        kind: 'application',
        argocd: 'main',
        instanceName: 'web',
        kustomizeBuildOptions: [],
        application: applicationSchema.parse({
          metadata: { name: 'web', namespace: 'argocd' },
          spec: { destination: { name: 'main' } },
          status: { sync: { status: 'OutOfSync' } },
        }),
      },
    ];
    expect((await list()).targets[0].application).toMatchObject({
      argocd: 'main',
      url: 'https://argocd.example.com/applications/argocd/web',
      sync: 'OutOfSync',
      health: 'Unknown',
      syncs: [sync],
    });
  });
});
