import { problemOf } from '@progressive-delivery/engine';
import {
  counts,
  revision,
  live,
  deployment,
  rollout,
  merged,
  at,
} from './__testUtils__/surroundings';
import { journey } from './journey';
import { JourneySurroundings, LiveStatus } from './JourneySurroundings';

describe('journey, with what is not known, and what comes later,', () => {
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
        'synced unknown: Live state could not be read: Cluster main did not answer',
      ],
      [
        'the Deployments cannot be listed',
        {
          live: [rollout],
          liveUnknown: problemOf(
            new Error('Backstage is not allowed to list Deployments'),
          ),
        },
        'kind-changed unknown: Live state could not be read: Backstage is not allowed to list Deployments',
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
