import { problemOf } from '../errors/problemError';
import { journey, JourneySurroundings, LiveStatus } from './journey';

const counts = (available: number, desired = 3) => ({
  desired,
  current: available,
  updated: available,
  ready: available,
  available,
});

const revision = (
  number: number,
  role: 'stable' | 'canary',
  available: number,
  desired = available,
): LiveStatus['revisions'][number] => ({
  name: `web-${number}`,
  revision: number,
  role,
  images: [],
  desired,
  ready: available,
  available,
  pods: [],
});

const live = (status: Partial<LiveStatus> = {}): LiveStatus => ({
  kind: 'Rollout',
  namespace: 'shop',
  name: 'web',
  phase: 'Healthy',
  aborted: false,
  replicas: counts(3),
  revisions: [revision(1, 'stable', 3)],
  ...status,
});

const deployment = live({ kind: 'Deployment' });
const rollout = live();
const starting = live({ phase: 'Progressing', replicas: counts(1) });

const proposed: JourneySurroundings = {
  pullRequest: {
    state: 'open',
    url: 'https://git.example.com/pulls/1',
    createdAt: '2026-11-01T10:00:00.000Z',
  },
  enabled: true,
  moved: { state: 'known', workloads: [{ namespace: 'shop', name: 'web' }] },
  live: [deployment],
};

const merged: JourneySurroundings = {
  ...proposed,
  pullRequest: {
    ...proposed.pullRequest,
    state: 'merged',
    endedAt: '2026-11-01T11:00:00.000Z',
  },
};

const told = (surroundings: JourneySurroundings) =>
  journey(surroundings)
    .map(({ id, state }) => `${id} ${state}`)
    .join(', ');

/** The first stop that was not reached, with why. */
const at = (surroundings: JourneySurroundings) => {
  const stop = journey(surroundings).find(({ state }) => state !== 'done');
  return (
    stop &&
    [`${stop.id} ${stop.state}`, stop.reason?.text, stop.problem?.text]
      .filter(part => part !== undefined)
      .join(': ')
  );
};

describe('journey', () => {
  it('waits for the merge first, whatever runs', () => {
    expect(
      told({ ...proposed, liveUnknown: problemOf(new Error('No answer')) }),
    ).toBe(
      'pull-request done, merged current, synced waiting, kind-changed waiting, healthy waiting',
    );
    expect(at(proposed)).toBe(
      'merged current: Waiting for the pull request to be merged',
    );
  });

  it('ends where the pull request was closed', () => {
    expect(
      told({
        ...proposed,
        pullRequest: { ...proposed.pullRequest, state: 'closed' },
      }),
    ).toBe('pull-request failed');
  });

  it('says when and where the pull request was opened and merged', () => {
    const { url } = merged.pullRequest;
    expect(journey(merged).slice(0, 2)).toEqual([
      {
        id: 'pull-request',
        state: 'done',
        at: '2026-11-01T10:00:00.000Z',
        url,
      },
      { id: 'merged', state: 'done', at: '2026-11-01T11:00:00.000Z', url },
    ]);
  });

  it('waits for Argo CD after the merge, and says what Argo CD says', () => {
    expect(at(merged)).toBe(
      'synced current: Waiting for Argo CD to apply the Rollout',
    );
    expect(at({ ...merged, syncProblem: 'the Rollout CRD is missing' })).toBe(
      'synced failed: Argo CD could not sync: the Rollout CRD is missing',
    );
  });

  it('is done when the Deployment is gone and the Rollout healthy', () => {
    expect(at({ ...merged, live: [rollout] })).toBeUndefined();
  });

  it('is done only when every workload that the switch moves is', () => {
    const two: JourneySurroundings = {
      ...merged,
      moved: {
        state: 'known',
        workloads: [
          { namespace: 'shop', name: 'web' },
          { namespace: 'shop', name: 'cart' },
        ],
      },
    };
    const cart = live({
      name: 'cart',
      phase: 'Degraded',
      message: 'InvalidSpec',
    });
    expect(at({ ...two, live: [rollout, cart] })).toBe(
      'healthy failed: cart is Degraded: InvalidSpec',
    );
    expect(at({ ...two, live: [rollout, live({ name: 'cart' })] })).toBe(
      undefined,
    );
  });

  it('is the same the way back', () => {
    expect(
      at({
        ...merged,
        enabled: false,
        live: [{ ...starting, kind: 'Deployment' }, rollout],
      }),
    ).toBe(
      'kind-changed current: Waiting for Argo CD to remove the Rollout, once the Deployment is healthy',
    );
  });

  describe('while both kinds are there', () => {
    it('waits until the new one is healthy', () => {
      expect(at({ ...merged, live: [deployment, starting] })).toBe(
        'kind-changed current: Waiting for Argo CD to remove the Deployment, once the Rollout is healthy',
      );
    });

    it('fails with the new one', () => {
      expect(
        at({
          ...merged,
          live: [
            deployment,
            { ...starting, phase: 'Degraded', message: 'ImagePullBackOff' },
          ],
        }),
      ).toBe('kind-changed failed: web is Degraded: ImagePullBackOff');
    });

    it.each([
      [
        1,
        'Both run: 1 pod of the Deployment still runs beside the Rollout, until Argo CD prunes the Deployment',
      ],
      [
        3,
        'Both run: 3 pods of the Deployment still run beside the Rollout, until Argo CD prunes the Deployment',
      ],
    ])('counts the %s pods that run twice', (ready, sentence) => {
      expect(
        at({
          ...merged,
          live: [{ ...deployment, replicas: counts(ready) }, rollout],
        }),
      ).toBe(`kind-changed current: ${sentence}`);
    });
  });

  describe('tells an outage', () => {
    it('where the Deployment is gone and no pod of the Rollout is available', () => {
      expect(
        at({
          ...merged,
          live: [{ ...starting, replicas: counts(0), revisions: [] }],
        }),
      ).toBe('healthy failed: No pod of web is available: nothing serves');
    });

    it('where both are gone', () => {
      expect(at({ ...merged, live: [] })).toBe(
        'synced failed: No pod of web is available: nothing serves',
      );
    });

    it('but not where none is wanted', () => {
      expect(
        at({
          ...merged,
          live: [
            live({
              phase: 'Progressing',
              replicas: counts(0, 0),
              revisions: [],
            }),
          ],
        }),
      ).toBe('healthy current: web is Progressing');
    });
  });

  describe('is unknown, and never done', () => {
    it.each<[string, Partial<JourneySurroundings>, string]>([
      [
        'the overlay does not render',
        {
          moved: {
            state: 'unknown',
            problem: problemOf(new Error('helm: no such chart')),
          },
        },
        'synced unknown: Which workloads this switch changes is unknown, because Git could not be read or rendered: helm: no such chart',
      ],
      [
        'the switch moves nothing',
        { moved: { state: 'known', workloads: [] } },
        'synced unknown: This switch does not change the kind of any workload',
      ],
      [
        'the cluster cannot be read',
        {
          live: [],
          liveUnknown: problemOf(new Error('Cluster main did not answer')),
        },
        'synced unknown: What runs could not be read: Cluster main did not answer',
      ],
      [
        'the Deployments cannot be listed',
        {
          live: [rollout],
          liveUnknown: problemOf(
            new Error('Backstage may not list Deployments'),
          ),
        },
        'kind-changed unknown: What runs could not be read: Backstage may not list Deployments',
      ],
    ])('where %s', (_, change, expected) => {
      const surroundings = { ...merged, ...change };
      expect(at(surroundings)).toBe(expected);
      expect(journey(surroundings).at(-1)).toEqual({
        id: 'healthy',
        state: 'unknown',
      });
    });
  });

  it.each<[string, Partial<LiveStatus>]>([
    ['Healthy', {}],
    ['Degraded', { phase: 'Degraded' }],
  ])('does not go by a %s one of the same name elsewhere', (_, status) => {
    expect(
      at({
        ...merged,
        live: [deployment, live({ ...status, namespace: 'other' })],
      }),
    ).toBe('synced current: Waiting for Argo CD to apply the Rollout');
  });

  describe('stays done when a later release', () => {
    it.each<[string, Partial<LiveStatus>]>([
      [
        'pauses',
        {
          phase: 'Paused',
          revisions: [revision(2, 'canary', 1), revision(1, 'stable', 2)],
        },
      ],
      [
        'is aborted',
        {
          phase: 'Degraded',
          message: 'RolloutAborted',
          aborted: true,
          revisions: [revision(2, 'canary', 0), revision(1, 'stable', 3)],
        },
      ],
      [
        'does not start',
        {
          phase: 'Progressing',
          revisions: [revision(5, 'canary', 0, 1), revision(4, 'stable', 3)],
        },
      ],
    ])('%s', (_, status) => {
      expect(at({ ...merged, live: [live(status)] })).toBeUndefined();
    });

    it('but not where nothing was healthy before it', () => {
      expect(
        at({
          ...merged,
          live: [
            live({
              phase: 'Progressing',
              replicas: counts(1),
              revisions: [
                revision(2, 'canary', 0, 3),
                revision(1, 'stable', 1, 3),
              ],
            }),
          ],
        }),
      ).toBe('healthy current: web is Progressing');
    });
  });
});
