import { renderInTestApp } from '@backstage/test-utils';
import { Preflight } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  forbidden,
  preflight,
  pruneLastMissing,
  scalerLeftBehind,
  teamLabelMissing,
} from '../../__testUtils__/preflight';
import { PreflightView } from './PreflightView';

const show = (shown: Preflight) =>
  renderInTestApp(
    <PreflightView
      preflight={shown}
      isNew={() => false}
      busy={false}
      onCheckAgain={() => {}}
    />,
  );

describe('PreflightView', () => {
  it('lists what blocks first, then warnings, and folds the rest', async () => {
    await show(
      preflight({
        findings: [
          teamLabelMissing,
          scalerLeftBehind,
          pruneLastMissing('agents-controllers'),
          {
            ...scalerLeftBehind,
            id: 'of-a-later-version',
            severity: 'unknown',
          },
        ],
      }),
    );
    expect(
      screen.getByRole('heading', { name: 'Preflight checks', level: 3 }),
    ).toBeVisible();
    expect(
      screen
        .getAllByRole('heading', { level: 4 })
        .map(each => each.textContent),
    ).toEqual(['Blocking (1)', 'Warnings (1)', 'Other findings (1)']);
    expect(
      screen.getByText(
        /^12 checks ran, 4 with findings, 0 could not complete$/,
      ),
    ).toBeVisible();
    expect(screen.getByRole('img', { name: 'Blocked' })).toBeVisible();

    const folded = screen.getByText(teamLabelMissing.seen);
    expect(folded).not.toBeVisible();
    await userEvent.click(screen.getByText('Good to know (1)'));
    expect(folded).toBeVisible();
  });

  it('says of a finding what was seen, of which object, why it matters and what to do', async () => {
    const found = pruneLastMissing('agents-controllers');
    await show(preflight({ findings: [found, scalerLeftBehind] }));
    const [blocking] = within(
      screen.getByRole('list', { name: 'Blocking (1)' }),
    ).getAllByRole('listitem');
    for (const text of [
      found.seen,
      'Deployment agents/agents-controllers',
      found.why,
      found.remedy,
    ]) {
      expect(within(blocking).getByText(text)).toBeVisible();
    }
    expect(
      within(blocking).getByRole('group', {
        name: 'What to add or run for prune-last-live',
      }),
    ).toHaveTextContent('argocd.argoproj.io/sync-options: PruneLast=true');
    expect(
      within(blocking).getByRole('link', {
        name: /More about prune-last-live/,
      }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/^https:.*\/docs\/preflight\.md#prune-last-live$/),
    );
    expect(
      screen.getByText(
        'HorizontalPodAutoscaler agents/agents-controllers in cluster production',
      ),
    ).toBeVisible();
  });

  it('shows only so many findings at once, those that are new since the preview first', async () => {
    const user = userEvent.setup();
    const many = Array.from({ length: 75 }, (_, index) =>
      pruneLastMissing(`workload-${index}`),
    );
    await renderInTestApp(
      <PreflightView
        preflight={preflight({ findings: many })}
        isNew={finding => finding === many[74]}
        busy={false}
        onCheckAgain={() => {}}
      />,
    );
    const list = screen.getByRole('list', { name: 'Blocking (75)' });
    const shown = () =>
      within(list)
        .getAllByRole('listitem')
        .map(item => item.textContent);
    expect(shown()).toHaveLength(20);
    expect(shown()[0]).toContain('agents/workload-74');
    expect(shown()[1]).toContain('agents/workload-0');

    await user.click(
      screen.getByRole('button', { name: 'Show 55 more findings' }),
    );
    expect(shown()).toHaveLength(70);
    await user.click(
      screen.getByRole('button', { name: 'Show 5 more findings' }),
    );
    expect(shown()).toHaveLength(75);
    expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull();
  });

  it('shows only so many reasons for which checks could not look', async () => {
    await show(
      preflight({
        unchecked: Array.from({ length: 21 }, (_, index) => ({
          ...forbidden('quota-left'),
          message: 'of-a-later-version',
          reason: `Namespace team-${index} could not be read`,
        })),
      }),
    );
    const list = screen.getByRole('list', {
      name: 'Could not complete (1)',
      hidden: true,
    });
    expect(list.children).toHaveLength(20);
    await userEvent.click(screen.getByText('Could not complete (1)'));
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 1 more reason' }),
    );
    expect(list.children).toHaveLength(21);
  });

  it('copies the lines to add as they are', async () => {
    const user = userEvent.setup();
    const found = pruneLastMissing('agents-controllers');
    await show(preflight({ findings: [found] }));
    const copied = jest.fn();
    document.execCommand = jest.fn(() => {
      copied(document.getSelection()?.toString());
      return true;
    });
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(copied).toHaveBeenCalledWith(found.code);
  });

  it('shows names as they are, where some of their characters would not be seen', async () => {
    await show(
      preflight({
        findings: [
          {
            ...pruneLastMissing('web'),
            object: { kind: 'Deployment', name: 'we\u202eb' },
          },
        ],
      }),
    );
    expect(screen.getByText('Deployment we\\u{202e}b')).toBeVisible();
  });

  it('lists the checks that could not look, with why and what would let them', async () => {
    const off = { ...forbidden('rollouts-crd'), message: 'of-a-later-version' };
    await show(
      preflight({
        unchecked: [forbidden('scalers-follow'), forbidden('quota'), off],
      }),
    );
    expect(screen.getByRole('img', { name: 'Incomplete' })).toBeVisible();
    expect(screen.queryByRole('img', { name: 'Nothing found' })).toBeNull();
    expect(
      screen.getByText(/^9 checks ran, 0 with findings, 3 could not complete$/),
    ).toBeVisible();
    const items = within(
      screen.getByRole('list', { name: 'Could not complete (3)' }),
    ).getAllByRole('listitem');
    expect(items[0]).toHaveTextContent(
      'scalers-follow, quota, and rollouts-crd: Backstage is not allowed to list horizontalpodautoscalers in cluster production',
    );
    expect(items[0]).toHaveTextContent(
      "Give the Kubernetes plugin's account for this cluster the verb list on horizontalpodautoscalers",
    );
    expect(items).toHaveLength(1);
  });

  it('is green only where everything was looked at and nothing was found', async () => {
    await show(preflight());
    expect(screen.getByRole('img', { name: 'Nothing found' })).toBeVisible();
    expect(screen.queryByRole('heading', { level: 4 })).toBeNull();
  });
});
