import { SyncedCommit } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { within } from '@testing-library/react';
import { deliveryTarget } from '../../../__testUtils__/deliveryTarget';
import { inSeconds, movingRollout } from '../../../__testUtils__/rolloutStatus';
import { itIs, showRollout } from '../../../__testUtils__/showRollout';

const sync: SyncedCommit = {
  startedAt: inSeconds(-62),
  endedAt: inSeconds(-61),
  commit: '3f2a1bc9876543210fedcba9876543210fedcba9',
};
const made = {
  author: 'Ada Lovelace',
  committedAt: inSeconds(-2 * 3600 - 180),
  url: 'https://git.example.com/platform/gitops/commit/3f2a1bc',
};

describe('the commit of a revision', () => {
  const [canary, stable] = movingRollout.revisions;
  const show = (syncs: SyncedCommit[]) =>
    showRollout(
      {
        ...movingRollout,
        revisions: [
          { ...canary, createdAt: inSeconds(-60) },
          { ...stable, createdAt: inSeconds(-9_000) },
        ],
      },
      {
        target: {
          ...deliveryTarget,
          application: { ...deliveryTarget.application!, syncs },
        },
      },
    );

  beforeEach(() => {
    itIs(0);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('says who made it and when, and leads to the Git host', async () => {
    const region = await show([{ ...sync, ...made }]);
    expect(
      within(region).getByRole('link', {
        name: /^Commit 3f2a1bc by Ada Lovelace, 2h 3m ago/,
      }),
    ).toHaveAttribute('href', made.url);
    expect(within(region).getAllByText(/^Commit/)).toHaveLength(1);
  });

  it('is its id where nothing else is known', async () => {
    const region = await show([sync]);
    expect(within(region).getByText('Commit 3f2a1bc')).toBeInTheDocument();
    expect(within(region).queryByRole('link')).not.toBeInTheDocument();
  });

  it('is not guessed where two may have brought it', async () => {
    const region = await show([sync, { ...sync, commit: 'b'.repeat(40) }]);
    expect(within(region).queryByText(/^Commit/)).not.toBeInTheDocument();
  });
});
