import { problemOf } from '@progressive-delivery/engine';
import {
  deployment,
  rollout,
  starting,
  merged,
  said,
  holds,
  told,
  at,
} from './__testUtils__/surroundings';
import { journey } from './journey';
import { ArgoCdEvidence, JourneySurroundings } from './JourneySurroundings';

describe('journey, where Argo CD applies it,', () => {
  describe('waits for Argo CD after the merge', () => {
    it.each<[string, JourneySurroundings, string]>([
      [
        'which syncs by itself',
        said({}),
        'synced current: Waiting for Argo CD to apply the Rollout; without a webhook, it polls Git every few minutes',
      ],
      [
        'which cannot be read',
        merged,
        'synced current: Waiting for Argo CD to apply the Rollout; without a webhook, it polls Git every few minutes',
      ],
      [
        'which does not sync by itself',
        said({ syncs: false }),
        'synced current: Argo CD does not sync automatically: somebody who can sync Application web must sync it to apply the Rollout',
      ],
      [
        'which is at it',
        said({ syncing: { revision: 'c'.repeat(40), holds: true } }),
        'synced current: Argo CD is applying the Rollout, of revision cccccccc',
      ],
      [
        'which is still at something else',
        said({ syncing: { revision: 'b'.repeat(40), holds: false } }),
        'synced current: Waiting for Argo CD to apply the Rollout; without a webhook, it polls Git every few minutes',
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

  it('links each stop after the merge to the Application, where that is known', () => {
    const url = 'https://argocd.example.com/applications/argocd/web';
    const stops = journey(said({ url }));
    expect(stops.slice(2).map(stop => stop.url)).toEqual([url, url, url, url]);
    expect(stops[1].url).toBe(merged.pullRequest.url);
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
      'synced failed: Argo CD had applied the Rollout and was then synced back to revision bbbbbbbb, which does not have it: sync the latest revision again, or revert the change in Git',
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
});
