import {
  ProposalReview,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemOf } from '../../errors/problemError';
import { journey } from './journey';
import {
  ArgoCdEvidence,
  JourneySurroundings,
  LiveStatus,
} from './JourneySurroundings';

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
  steps: [],
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
    base: { branch: 'main' },
  },
  requestedBy: 'user:default/guest',
  enabled: true,
  takenBack: false,
  endpoints: {
    state: 'known',
    services: [{ service: 'web', workload: 'web', ready: 3 }],
  },
  moved: { state: 'known', workloads: [{ namespace: 'shop', name: 'web' }] },
  live: [deployment],
};

const merged: JourneySurroundings = {
  ...proposed,
  pullRequest: {
    ...proposed.pullRequest,
    state: 'merged',
    endedAt: '2026-11-01T11:00:00.000Z',
    endedBy: 'reviewer',
    mergeCommit: 'a'.repeat(40),
  },
};

const argocd: ArgoCdEvidence = {
  application: 'web',
  syncs: true,
  prunes: true,
  applied: { state: 'lacks', commit: 'b'.repeat(40), rolledBack: false },
};

/** What Argo CD says, after the merge. */
const said = (
  evidence: Partial<ArgoCdEvidence>,
  change: Partial<JourneySurroundings> = {},
): JourneySurroundings => ({
  ...merged,
  ...change,
  argocd: { ...argocd, ...evidence },
});

const holds = {
  state: 'holds',
  commit: 'c'.repeat(40),
  at: '2026-11-01T11:03:00.000Z',
} as const;

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
      'pull-request done, merged current, synced waiting, kind-changed waiting, healthy waiting, serving waiting',
    );
    expect(at(proposed)).toBe(
      'merged current: Waiting for the pull request to be merged by somebody who may merge into main',
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

  it('says who closed it, where that is known', () => {
    const closed = { ...proposed.pullRequest, state: 'closed' } as const;
    expect(at({ ...proposed, pullRequest: closed })).toBe(
      'pull-request failed: The pull request was closed without being merged',
    );
    expect(
      at({ ...proposed, pullRequest: { ...closed, endedBy: 'reviewer' } }),
    ).toBe(
      'pull-request failed: reviewer closed the pull request without merging it',
    );
  });

  it('says when, where and by whom the pull request was opened and merged', () => {
    const { url } = merged.pullRequest;
    expect(journey(merged).slice(0, 2)).toEqual([
      {
        id: 'pull-request',
        state: 'done',
        at: '2026-11-01T10:00:00.000Z',
        by: 'user:default/guest',
        url,
      },
      {
        id: 'merged',
        state: 'done',
        at: '2026-11-01T11:00:00.000Z',
        by: 'reviewer',
        commit: 'a'.repeat(40),
        url,
      },
    ]);
  });

  describe('tells what an open pull request waits for, what comes first first:', () => {
    const review: ProposalReview = {
      conflicts: 'no',
      behind: false,
      checks: [{ name: 'lint', state: 'passed' }],
      approvedBy: [],
      changesRequestedBy: [],
      awaiting: [],
    };
    const blocked: ProposalReview = {
      ...review,
      conflicts: 'yes',
      checks: [
        { name: 'lint', state: 'failed' },
        { name: 'scan', state: 'pending' },
      ],
      changesRequestedBy: ['ada'],
      awaiting: ['bob', 'platform'],
    };

    it.each<[Partial<ProposalReview>, boolean, string]>([
      [
        {},
        true,
        'merged failed: The pull request conflicts with main: update its branch, or preview again',
      ],
      [
        { conflicts: 'unknown' },
        true,
        'merged failed: Checks of the pull request failed: lint. Its authors have to fix them, or run them again',
      ],
      [
        { conflicts: 'no', checks: blocked.checks.slice(1) },
        true,
        'merged current: ada requested changes of the pull request',
      ],
      [
        {
          conflicts: 'no',
          checks: blocked.checks.slice(1),
          changesRequestedBy: [],
        },
        true,
        'merged current: The pull request is a draft: somebody has to mark it as ready for review',
      ],
      [
        {
          conflicts: 'no',
          checks: blocked.checks.slice(1),
          changesRequestedBy: [],
        },
        false,
        'merged current: Waiting for the review of bob, platform',
      ],
      [
        { ...review, checks: blocked.checks.slice(1) },
        false,
        'merged current: Waiting for checks of the pull request: scan',
      ],
      [
        review,
        false,
        'merged current: Waiting for the pull request to be merged by somebody who may merge into main',
      ],
    ])('%j, a draft: %s', (change, draft, expected) => {
      const known = { ...blocked, ...change };
      const surroundings: JourneySurroundings = {
        ...proposed,
        review: { state: 'known', draft, review: known },
      };
      expect(at(surroundings)).toBe(expected);
      expect(journey(surroundings)[0].review).toEqual(known);
    });

    it('that it could not be read', () => {
      expect(
        at({
          ...proposed,
          review: {
            state: 'unknown',
            problem: problemOf(new Error('Gitea did not answer')),
          },
        }),
      ).toBe(
        'merged current: Waiting for the pull request to be merged into main; its checks and reviews could not be read: Gitea did not answer',
      );
    });
  });

  it('ends at the merge where Git holds the other value again', () => {
    const surroundings = { ...merged, takenBack: true, live: [deployment] };
    expect(told(surroundings)).toBe('pull-request done, merged done');
    expect(journey(surroundings)[1].reason?.text).toBe(
      'A later change in Git has taken it back: the workload is to be a Deployment again',
    );
  });

  describe('waits for Argo CD after the merge', () => {
    it.each<[string, JourneySurroundings, string]>([
      [
        'which syncs by itself',
        said({}),
        'synced current: Waiting for Argo CD to apply the Rollout; without a webhook it looks every few minutes',
      ],
      [
        'which cannot be read',
        merged,
        'synced current: Waiting for Argo CD to apply the Rollout; without a webhook it looks every few minutes',
      ],
      [
        'which does not sync by itself',
        said({ syncs: false }),
        'synced current: Argo CD does not sync by itself: somebody who may sync Application web has to, to apply the Rollout',
      ],
      [
        'which is at it',
        said({ syncing: { revision: 'c'.repeat(40), holds: true } }),
        'synced current: Argo CD is applying the Rollout, of revision cccccccc',
      ],
      [
        'which is still at something else',
        said({ syncing: { revision: 'b'.repeat(40), holds: false } }),
        'synced current: Waiting for Argo CD to apply the Rollout; without a webhook it looks every few minutes',
      ],
      [
        'which could not',
        said({ problem: 'the Rollout CRD is missing' }),
        'synced failed: Argo CD could not sync: the Rollout CRD is missing',
      ],
    ])('%s', (_, surroundings, expected) => {
      expect(at(surroundings)).toBe(expected);
    });

    it('also where something of that name runs as a Rollout, and what was applied does not hold it', () => {
      expect(at(said({}, { live: [rollout] }))).toMatch(/^synced current/);
    });
  });

  it('says which revision was applied, and when', () => {
    const arrived = said(
      { applied: holds, prunedAt: '2026-11-01T11:03:00Z' },
      { live: [rollout] },
    );
    expect(journey(arrived).slice(2, 4)).toEqual([
      { id: 'synced', ...holds, state: 'done' },
      { id: 'kind-changed', state: 'done', at: '2026-11-01T11:03:00Z' },
    ]);
  });

  it('has been applied by a sync that is still under way, once the Rollout is there', () => {
    expect(
      at(
        said(
          { syncing: { revision: 'c'.repeat(40), holds: true } },
          { live: [deployment, starting] },
        ),
      ),
    ).toMatch(/^kind-changed current/);
  });

  it('raises an alarm where Argo CD went back to an older revision', () => {
    expect(
      at(
        said(
          {
            applied: {
              state: 'lacks',
              commit: 'b'.repeat(40),
              rolledBack: true,
            },
          },
          { live: [deployment] },
        ),
      ),
    ).toBe(
      'synced failed: Argo CD had applied the Rollout and was then synced back to revision bbbbbbbb, which does not have it: sync the latest revision again, or take the change back in Git',
    );
  });

  describe('has one stop more where Argo CD renders into a branch', () => {
    it.each<[NonNullable<ArgoCdEvidence['hydrated']>, string]>([
      [
        { state: 'lacks', rolledBack: false },
        'hydrated current: Waiting for Argo CD to render the change into the branch that it syncs',
      ],
      [
        { state: 'failed', message: 'helm: no such chart' },
        'hydrated failed: Argo CD could not render the change into the branch that it syncs: helm: no such chart',
      ],
      [
        { state: 'unknown', problem: problemOf(new Error('No such commit')) },
        'hydrated unknown: Which workloads this switch changes is unknown, because Git could not be read or rendered: No such commit',
      ],
    ])('%j', (hydrated, expected) => {
      expect(at(said({ hydrated }))).toBe(expected);
    });

    it('and goes on from there', () => {
      expect(
        told(said({ hydrated: holds, applied: holds }, { live: [rollout] })),
      ).toBe(
        'pull-request done, merged done, hydrated done, synced done, kind-changed done, healthy done, serving done',
      );
    });
  });

  it('is done when the Deployment is gone, the Rollout healthy and its Services have endpoints', () => {
    expect(at({ ...merged, live: [rollout] })).toBeUndefined();
  });

  it('says that no canary was run of a Rollout that has steps', () => {
    const healthy = (enabled: boolean, status: LiveStatus) =>
      journey({ ...merged, enabled, live: [status] }).find(
        ({ id }) => id === 'healthy',
      )?.reason?.text;
    const steps: LiveStatus['steps'] = [
      {
        type: 'pause',
        description: toMessage('step', { id: 'empty', parameters: {} }),
        state: 'done',
      },
    ];
    expect(healthy(true, live({ steps }))).toBe(
      'No canary was run: a new Rollout skips its steps',
    );
    expect(healthy(true, rollout)).toBeUndefined();
    expect(healthy(false, deployment)).toBeUndefined();
  });

  describe('ends where its Services have endpoints', () => {
    it.each<[string, Partial<JourneySurroundings>, string | undefined]>([
      [
        'which one has not',
        {
          endpoints: {
            state: 'known',
            services: [
              { service: 'web', workload: 'web', ready: 3 },
              { service: 'web-admin', workload: 'web', ready: 0 },
              { service: 'cart', workload: 'cart', ready: 0 },
            ],
          },
        },
        'serving current: Service web-admin has no ready endpoint of web',
      ],
      [
        'which could not be read',
        {
          endpoints: {
            state: 'unknown',
            problem: problemOf(new Error('Backstage may not list them')),
          },
        },
        'serving unknown: The endpoints of its Services could not be read: Backstage may not list them',
      ],
      [
        'which are the story of a later release',
        {
          endpoints: { state: 'unknown' },
          live: [live({ revisions: [revision(2, 'stable', 3)] })],
        },
        undefined,
      ],
    ])('%s', (_, change, expected) => {
      expect(at({ ...merged, live: [rollout], ...change })).toBe(expected);
    });

    it('and says so where there are none', () => {
      expect(
        journey({
          ...merged,
          live: [rollout],
          endpoints: { state: 'known', services: [] },
        }).at(-1),
      ).toMatchObject({
        id: 'serving',
        state: 'done',
        reason: { text: 'No Service selects its pods' },
      });
    });
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

    it('fails where Argo CD does not prune by itself', () => {
      expect(
        at(
          said(
            { applied: holds, prunes: false },
            { live: [deployment, rollout] },
          ),
        ),
      ).toBe(
        'kind-changed failed: Argo CD does not prune by itself: somebody who may sync Application web has to prune the Deployment',
      );
    });

    it('raises an alarm once Argo CD is no longer at it', () => {
      const both = { live: [deployment, rollout] };
      const syncing = { revision: 'c'.repeat(40), holds: true };
      expect(at(said({ applied: holds, syncing }, both))).toMatch(
        /^kind-changed current: Both run/,
      );
      expect(at(said({ applied: holds }, both))).toMatch(
        /^kind-changed failed: Both run/,
      );
    });

    it('says what keeps Argo CD from pruning', () => {
      expect(
        at(
          said(
            { applied: holds, problem: 'forbidden' },
            { live: [deployment, rollout] },
          ),
        ),
      ).toBe('kind-changed failed: Argo CD could not sync: forbidden');
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

    it('where both are gone, although Argo CD has applied it', () => {
      expect(at(said({ applied: holds }, { live: [] }))).toBe(
        'kind-changed failed: No pod of web is available: nothing serves',
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
        id: 'serving',
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
    ).toMatch(/^synced current: Waiting for Argo CD to apply the Rollout/);
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
