import { renderInTestApp } from '@backstage/test-utils';
import {
  JourneyStop,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, within } from '@testing-library/react';
import { mergedProposal, proposal } from '../../__testUtils__/proposal';
import { JourneyStepper } from './JourneyStepper';
import { ReviewLine } from './ReviewLine';

const YEARS_AGO = /^\d+ (month|year)s? ago/;

describe('the journey of a proposal', () => {
  const stops = () =>
    screen.getAllByRole('listitem').map(item => item.textContent);

  it('says of each stop when it was reached, by whom and as which commit', async () => {
    await renderInTestApp(<JourneyStepper proposal={mergedProposal} />);
    const [opened, merged, synced] = screen.getAllByRole('listitem');
    expect(opened).toHaveTextContent('Pull request, donetime no longer known');
    expect(merged).toHaveTextContent(
      /^Merged, .*, done.* ago, by reviewer, commit 01234567$/,
    );
    expect(
      within(merged).getByRole('link', { name: /^Merged/ }),
    ).toHaveAttribute(
      'href',
      'https://git.example.com/platform/gitops/pulls/2',
    );
    expect(synced).toHaveTextContent(/^Synced, current$/);
    expect(within(merged).getByText(YEARS_AGO)).toHaveAttribute(
      'title',
      expect.stringMatching(/2026/),
    );
  });

  it('says what there is to know of a stop that was reached', async () => {
    const healthy: JourneyStop = {
      id: 'healthy',
      state: 'done',
      reason: toMessage('journey', { id: 'noCanary', parameters: {} }),
    };
    await renderInTestApp(
      <JourneyStepper proposal={{ ...mergedProposal, journey: [healthy] }} />,
    );
    expect(stops()).toEqual(['Healthy, donetime no longer known']);
    expect(
      screen.getByText('No canary was run: a new Rollout skips its steps'),
    ).toBeVisible();
  });

  it('shows names with nothing hidden in them', async () => {
    await renderInTestApp(
      <JourneyStepper
        proposal={{
          ...mergedProposal,
          journey: [{ id: 'merged', state: 'done', by: 'evil\u202egnp' }],
        }}
      />,
    );
    expect(stops()[0]).toContain('by evil\\u{202e}gnp');
  });
});

describe('the review of a proposal', () => {
  const show = async (
    review: Partial<NonNullable<JourneyStop['review']>>,
  ): Promise<string | null> => {
    const [opened, ...rest] = proposal.journey;
    await renderInTestApp(
      <ReviewLine
        proposal={{
          ...proposal,
          journey: [
            { ...opened, review: { ...opened.review!, ...review } },
            ...rest,
          ],
        }}
      />,
    );
    return (
      screen.queryByRole('group', { name: 'Review of pull request #3' })
        ?.textContent ?? null
    );
  };

  it('says nothing where there is nothing to say', async () => {
    expect(await show({})).toBeNull();
  });

  it('says what checks and people say, with links to the checks that have not passed', async () => {
    expect(
      await show({
        conflicts: 'yes',
        behind: true,
        checks: [
          { name: 'lint', state: 'passed' },
          { name: 'scan', state: 'passed' },
          { name: 'render', state: 'failed', url: 'https://ci.example.com/1' },
          { name: 'policy', state: 'pending' },
        ],
        approvedBy: ['ada'],
        changesRequestedBy: ['bob'],
        awaiting: ['platform', 'eve'],
      }),
    ).toBe(
      '2 checks passed · render failed, Opens in a new window · policy pending · approved by ada · changes requested by bob · awaiting review from platform and eve · conflicts with its base',
    );
    expect(
      screen.getByRole('link', { name: /^render failed/ }),
    ).toHaveAttribute('href', 'https://ci.example.com/1');
  });

  it('says that its base has moved', async () => {
    expect(await show({ behind: true })).toBe('behind its base');
  });
});
