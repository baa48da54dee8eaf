import { renderInTestApp } from '@backstage/test-utils';
import { Proposal } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen } from '@testing-library/react';
import { proposal } from '../../__testUtils__/proposal';
import { ProposalOverrideLine } from './ProposalOverrideLine';

const show = (shown: Partial<Proposal>) =>
  renderInTestApp(
    <ProposalOverrideLine proposal={{ ...proposal, ...shown }} />,
  );

describe('ProposalOverrideLine', () => {
  it('says what was overridden, and why', async () => {
    await show({
      override: {
        state: 'overridden',
        findings: [
          {
            id: 'prune-last-live',
            object: { kind: 'Deployment', namespace: 'agents', name: 'api' },
          },
          {
            id: 'autoscaler-works',
            object: {
              kind: 'HorizontalPodAutoscaler',
              namespace: 'agents',
              name: 'api',
              cluster: 'production',
            },
          },
        ],
        reason: 'A maintenance\nwindow \u202e',
      },
    });
    expect(
      screen.getByText(
        'Preflight findings overridden: prune-last-live (Deployment agents/api) and autoscaler-works (HorizontalPodAutoscaler agents/api in cluster production). Reason: A maintenance window \\u{202e}',
      ),
    ).toBeVisible();
  });

  it('says that nobody can tell where the branch was changed', async () => {
    await show({ override: { state: 'unknown' } });
    expect(screen.getByText(/^Its branch has changed/)).toBeVisible();
  });

  it.each([
    ['nothing was overridden', { override: { state: 'none' } }],
    ['an earlier version says nothing', { override: undefined }],
    [
      'nothing comes of it',
      { state: 'closed', override: { state: 'unknown' } },
    ],
  ] satisfies [string, Partial<Proposal>][])(
    'says nothing where %s',
    async (_, shown) => {
      await show(shown);
      expect(screen.queryByText(/overridden/)).toBeNull();
    },
  );
});
