import { ProposalReview } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemOf } from '@progressive-delivery/engine';
import {
  deployment,
  proposed,
  merged,
  told,
  at,
} from './__testUtils__/surroundings';
import { journey } from './journey';
import { JourneySurroundings } from './JourneySurroundings';

describe('journey, up to the merge,', () => {
  it('waits for the merge first, whatever runs', () => {
    expect(
      told({ ...proposed, liveUnknown: problemOf(new Error('No answer')) }),
    ).toBe(
      'pull-request done, merged current, synced waiting, kind-changed waiting, healthy waiting, serving waiting',
    );
    expect(at(proposed)).toBe(
      'merged current: Waiting for somebody who can merge into main to merge the pull request',
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
        'merged failed: Checks of the pull request failed: lint. Fix them, or run them again',
      ],
      [
        { conflicts: 'no', checks: blocked.checks.slice(1) },
        true,
        'merged current: ada requested changes to the pull request',
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
        'merged current: Waiting for a review from bob, platform',
      ],
      [
        { ...review, checks: blocked.checks.slice(1) },
        false,
        'merged current: Waiting for checks of the pull request: scan',
      ],
      [
        review,
        false,
        'merged current: Waiting for somebody who can merge into main to merge the pull request',
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
      'A later change in Git reverted it: the workload becomes a Deployment again',
    );
  });
});
