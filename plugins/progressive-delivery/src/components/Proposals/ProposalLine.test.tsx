import { renderInTestApp } from '@backstage/test-utils';
import { Proposal } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen } from '@testing-library/react';
import { proposal } from '../../__testUtils__/proposal';
import { ProposalLine } from './ProposalLine';

describe('the line of a proposal', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-01-01T00:03:00Z'));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const show = async (changed: Partial<Proposal>) => {
    await renderInTestApp(
      <ProposalLine proposal={{ ...proposal, ...changed }} />,
    );
    return screen.getByText(/^· /).textContent;
  };

  it.each([
    [{}, 'on', 'Open, requested by guest 3 minutes ago'],
    [{ draft: true }, 'on', 'Open as a draft, requested by guest'],
    [{ state: 'merged', draft: true }, 'on', 'Merged, requested by guest'],
    [{ enabled: false }, 'off', 'Open, requested by guest'],
    [{ requestedBy: undefined }, 'on', 'Open, created 3 minutes ago'],
  ] as const)('says of %j what and who', async (changed, what, standing) => {
    expect(await show(changed)).toContain(` · ${standing}`);
    expect(
      screen.getByRole('link', {
        name: new RegExp(`^Pull request #3 turns .* ${what}\\b`),
      }),
    ).toHaveAttribute('href', proposal.url);
  });
});
