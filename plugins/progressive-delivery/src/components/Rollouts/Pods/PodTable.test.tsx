import { renderInTestApp } from '@backstage/test-utils';
import {
  PodStatus,
  RevisionStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PodTable } from './PodTable';

const pod = (name: string, more: Partial<PodStatus> = {}): PodStatus => ({
  name,
  status: 'Running',
  ready: true,
  restarts: 0,
  ...more,
});

const revision = (
  role: RevisionStatus['role'],
  pods: PodStatus[],
): RevisionStatus => ({
  name: `web-${role}`,
  role,
  images: [],
  pods,
  desired: pods.length,
  ready: pods.length,
  available: pods.length,
});

describe('PodTable', () => {
  const show = (...revisions: RevisionStatus[]) =>
    renderInTestApp(<PodTable owner="web" revisions={revisions} />);
  const cells = () =>
    screen
      .getAllByRole('rowheader')
      .map(header =>
        [
          header,
          ...within(header.closest('tr') ?? header).getAllByRole('cell'),
        ].map(cell => cell.textContent),
      );

  it('tells of each pod what it is and how it is, those that fail first', async () => {
    await show(
      revision('stable', [
        pod('web-1', {
          restarts: 1234,
          createdAt: new Date(Date.now() - 3 * 3_600_000).toISOString(),
        }),
      ]),
      revision('canary', [
        pod('web-2', { ready: false, status: 'ContainerCreating' }),
        pod('web-3', {
          ready: false,
          status: 'CrashLoopBackOff',
          problem: {
            reason: 'CrashLoopBackOff',
            message: 'back-off 5m0s restarting failed container',
          },
        }),
      ]),
    );
    expect(screen.getByRole('table', { name: 'Pods of web' })).toBeVisible();
    expect(cells()).toEqual([
      [
        'web-3',
        'Canary',
        'CrashLoopBackOffback-off 5m0s restarting failed container',
        'not ready',
        '0',
        '',
      ],
      ['web-2', 'Canary', 'ContainerCreating', 'not ready', '0', ''],
      [
        'web-1',
        'Stable',
        'Running',
        'ready',
        '1,234',
        expect.stringMatching(/^3h/),
      ],
    ]);
  });

  it('shows so many of very many, and says how many more there are', async () => {
    await show(
      revision(
        'stable',
        Array.from({ length: 500 }, (_, index) => pod(`web-${index}`)),
      ),
    );
    expect(screen.getAllByRole('rowheader')).toHaveLength(50);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show more pods (450)' }),
    );
    expect(screen.getAllByRole('rowheader')).toHaveLength(250);
  });
});
