import { NotFoundError } from '@backstage/errors';
import {
  applicationSchema,
  ApplicationTarget,
} from '@progressive-delivery/engine';
import { ArgoCdReader, MergedChange } from './ArgoCdReader';

const SWITCH = 'progressiveDelivery.enabled';
const BEFORE = 'a'.repeat(40);
const CHANGED = 'b'.repeat(40);
const LATER = 'c'.repeat(40);
const LOST = 'd'.repeat(40);

/** What commits hold; one of them was deleted from the repository. */
const held = new Map([
  [BEFORE, false],
  [CHANGED, true],
  [LATER, true],
]);

const change: MergedChange = {
  switch: SWITCH,
  enabled: true,
  mergedAt: '2026-11-01T11:00:00.400Z',
  moved: { state: 'known', workloads: [{ namespace: 'shop', name: 'web' }] },
};

const BEFORE_MERGE = { revision: BEFORE, deployedAt: '2026-11-01T10:00:00Z' };
const SYNCED = { revision: CHANGED, deployedAt: '2026-11-01T11:00:00Z' };
const SYNCED_LATER = { revision: LATER, deployedAt: '2026-11-01T12:00:00Z' };
const BACK = { revision: BEFORE, deployedAt: '2026-11-01T13:00:00Z' };

const HYDRATED = 'e'.repeat(40);

describe('ArgoCdReader', () => {
  const asked: string[] = [];
  beforeEach(() => {
    asked.length = 0;
  });

  const read = async (
    status: object,
    spec: object = {},
    merged: Partial<MergedChange> = {},
  ) => {
    const application = applicationSchema.parse({
      metadata: { name: 'web', namespace: 'argocd' },
      spec: {
        source: { repoURL: 'https://git.example.com/shop.git', path: 'web' },
        ...spec,
      },
      status,
    });
    const target: ApplicationTarget = {
      kind: 'application',
      id: 'main.argocd.web',
      title: 'web',
      sources: [],
      destination: { cluster: 'main', namespace: 'shop' },
      application,
      argocd: 'main',
      instanceName: 'web',
      kustomizeBuildOptions: [],
    };
    const reader = ArgoCdReader.create({
      config: { argocd: [{ name: 'main', url: 'https://argocd.example.com' }] },
      variants: {
        switchesAt: async (_target, commits) => {
          asked.push(commits.join(' '));
          const value = held.get(commits.at(-1) ?? '');
          if (value === undefined) {
            throw new NotFoundError(`There is no commit ${commits}`);
          }
          return new Map([[SWITCH, value]]);
        },
      },
    });
    return reader.read(target, { ...change, ...merged }, {});
  };

  describe('tells by what the applied revision holds', () => {
    it.each<[string, object, object]>([
      [
        'that the change was applied, and when first',
        { history: [BEFORE_MERGE, SYNCED, SYNCED_LATER] },
        { state: 'holds', commit: CHANGED, at: SYNCED.deployedAt },
      ],
      [
        'that it was applied when nothing records any longer',
        { history: [{ revision: LATER, deployedAt: '2026-11-01T10:59:00Z' }] },
        { state: 'holds', commit: LATER, at: undefined },
      ],
      [
        'that it was not',
        { history: [BEFORE_MERGE] },
        { state: 'lacks', commit: BEFORE, rolledBack: false },
      ],
      [
        'that Argo CD went back to an older revision',
        { history: [BEFORE_MERGE, SYNCED, SYNCED_LATER, BACK] },
        { state: 'lacks', commit: BEFORE, rolledBack: true },
      ],
      [
        'what the latest sync says, without a history',
        {
          operationState: {
            phase: 'Succeeded',
            finishedAt: '2026-11-01T11:03:00Z',
            syncResult: { revision: CHANGED },
          },
        },
        { state: 'holds', commit: CHANGED, at: '2026-11-01T11:03:00Z' },
      ],
      [
        'nothing of one that failed',
        {
          operationState: {
            phase: 'Failed',
            syncResult: { revision: CHANGED },
          },
        },
        { state: 'unknown' },
      ],
      ['nothing where nothing was applied', {}, { state: 'unknown' }],
      [
        'nothing where the revision cannot be read',
        { history: [{ revision: LOST }] },
        {
          state: 'unknown',
          problem: expect.objectContaining({
            id: 'gitUnreadable',
            text: expect.stringContaining(`There is no commit ${LOST}`),
          }),
        },
      ],
      [
        'of several sources, by all their revisions',
        { history: [{ revisions: [LOST, CHANGED] }] },
        { state: 'holds', commit: LOST, at: undefined },
      ],
    ])('%s', async (_, status, expected) => {
      const { applied } = await read(status);
      expect(applied).toEqual(expected);
      expect(new Set(asked).size).toBe(asked.length);
    });

    it('that a switch which is not there yet is off', async () => {
      const { applied } = await read(
        { history: [BEFORE_MERGE] },
        {},
        { switch: 'other.progressiveDelivery.enabled' },
      );
      expect(applied.state).toBe('lacks');
    });
  });

  it('tells whether the sync that is under way has the change', async () => {
    const running = { phase: 'Running', message: 'waiting for web' };
    const syncing = async (operationState: object) =>
      (await read({ history: [BEFORE_MERGE], operationState })).syncing;
    expect(
      await syncing({ ...running, syncResult: { revision: CHANGED } }),
    ).toEqual({ revision: CHANGED, holds: true });
    expect(
      await syncing({
        ...running,
        operation: { sync: { revision: BEFORE } },
      }),
    ).toEqual({ revision: BEFORE, holds: false });
    expect(
      await syncing({ phase: 'Succeeded', syncResult: { revision: CHANGED } }),
    ).toBeUndefined();
  });

  it('links to the Application where people have Argo CD', async () => {
    expect((await read({})).url).toBe(
      'https://argocd.example.com/applications/argocd/web',
    );
  });

  it('tells when the old kind was pruned', async () => {
    const operationState = (kind: string, status: string) => ({
      phase: 'Succeeded',
      finishedAt: '2026-11-01T11:04:00Z',
      syncResult: {
        revision: CHANGED,
        resources: [{ kind, namespace: 'shop', name: 'web', status }],
      },
    });
    const prunedAt = async (kind: string, status: string) =>
      (await read({ operationState: operationState(kind, status) })).prunedAt;
    expect(await prunedAt('Deployment', 'Pruned')).toBe('2026-11-01T11:04:00Z');
    expect(await prunedAt('Deployment', 'Synced')).toBeUndefined();
    expect(await prunedAt('Rollout', 'Pruned')).toBeUndefined();
  });

  it.each([
    [undefined, { syncs: false, prunes: false }],
    [
      { automated: { enabled: false, prune: true } },
      { syncs: false, prunes: false },
    ],
    [{ automated: {} }, { syncs: true, prunes: false }],
    [{ automated: { prune: true } }, { syncs: true, prunes: true }],
  ])('tells what Argo CD does by itself: %j', async (syncPolicy, expected) => {
    expect(await read({}, { syncPolicy })).toMatchObject(expected);
  });

  it('says why Argo CD could not sync, unless it has', async () => {
    const failed = {
      operationState: { phase: 'Failed', message: 'no matches for kind' },
    };
    expect(
      (await read({ ...failed, sync: { status: 'OutOfSync' } })).problem,
    ).toBe('no matches for kind');
    expect(
      (await read({ ...failed, sync: { status: 'Synced' } })).problem,
    ).toBeUndefined();
  });

  describe('where Argo CD renders into a branch', () => {
    const spec = {
      sourceHydrator: {
        drySource: { repoURL: 'https://git.example.com/shop.git', path: 'web' },
        syncSource: { targetBranch: 'environments/web' },
      },
    };

    it.each<[string, object, object, object]>([
      [
        'has applied the rendered change',
        {
          history: [{ revision: HYDRATED, deployedAt: SYNCED.deployedAt }],
          sourceHydrator: {
            lastSuccessfulOperation: { drySHA: CHANGED, hydratedSHA: HYDRATED },
            currentOperation: {
              phase: 'Hydrated',
              drySHA: CHANGED,
              finishedAt: '2026-11-01T11:00:30Z',
            },
          },
        },
        { state: 'holds', commit: HYDRATED, at: '2026-11-01T11:00:30Z' },
        { state: 'holds', commit: HYDRATED, at: SYNCED.deployedAt },
      ],
      [
        'may have, where something newer was rendered since',
        {
          history: [{ revision: BEFORE }],
          sourceHydrator: {
            lastSuccessfulOperation: { drySHA: LATER, hydratedSHA: HYDRATED },
          },
        },
        { state: 'holds', commit: HYDRATED, at: undefined },
        { state: 'unknown' },
      ],
      [
        'has not rendered it',
        {
          history: [{ revision: HYDRATED }],
          sourceHydrator: {
            lastSuccessfulOperation: { drySHA: BEFORE, hydratedSHA: HYDRATED },
          },
        },
        { state: 'lacks', rolledBack: false },
        { state: 'lacks', commit: HYDRATED, rolledBack: false },
      ],
      [
        'could not render it',
        {
          sourceHydrator: {
            lastSuccessfulOperation: { drySHA: BEFORE, hydratedSHA: HYDRATED },
            currentOperation: { phase: 'Failed', message: 'helm failed' },
          },
        },
        { state: 'failed', message: 'helm failed' },
        { state: 'lacks', commit: undefined, rolledBack: false },
      ],
    ])('%s', async (_, status, hydrated, applied) => {
      expect(await read(status, spec)).toMatchObject({ hydrated, applied });
    });
  });
});
