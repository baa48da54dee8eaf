import { hiddenValue } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { comparison } from '../../../__testUtils__/comparison';
import { stopWatching, watchSight } from './__testUtils__/inSight';
import { configMap, showDocuments } from './__testUtils__/showDocuments';

const [switched] = comparison.changes;

const cellsOf = (row: HTMLElement) =>
  [within(row).getByRole('rowheader'), ...within(row).getAllByRole('cell')].map(
    cell => cell.textContent,
  );

describe('DocumentChanges', () => {
  const user = userEvent.setup();

  beforeEach(watchSight);
  afterEach(stopWatching);

  it('shows field by field what differs, and what only one of the kinds has', async () => {
    await showDocuments([switched]);
    const table = screen.getByRole('table', {
      name: 'Changes to Deployment agents-controllers → Rollout agents-controllers',
    });
    const [, ...rows] = within(table).getAllByRole('row');
    expect(rows.map(cellsOf)).toEqual([
      ['spec.strategy.typeOnly in a Deployment', 'RollingUpdate', 'not set'],
      [
        'spec.strategy.canary.maxSurgewas spec.strategy.rollingUpdate.maxSurge',
        '1',
        '25%',
      ],
      [
        'spec.strategy.canary.stepsOnly in a Rollout',
        'not set',
        '- setWeight: 25\n- pause: {}',
      ],
    ]);
  });

  it('tells hidden values from those that are shown, and whether they are the same', async () => {
    await showDocuments([
      {
        ...switched,
        differences: [
          {
            change: 'changed',
            path: ['spec', 'template', 'spec', 'args'],
            before: [hiddenValue.same, hiddenValue.different],
            after: [hiddenValue.same, hiddenValue.different, hiddenValue.alone],
          },
          {
            change: 'changed',
            path: ['data', hiddenValue.alone],
            before: hiddenValue.different,
            after: hiddenValue.different,
          },
        ],
      },
    ]);
    const [, list, scalar] = screen.getAllByRole('row');
    expect(cellsOf(list).slice(1)).toEqual([
      '- ••• same\n- ••• different',
      '- ••• same\n- ••• different\n- •••',
    ]);
    expect(
      within(list)
        .getAllByRole('img')
        .map(each => each.getAttribute('aria-label')),
    ).toEqual([
      'hidden value, the same in both variants',
      'hidden value, different in both variants',
      'hidden value, the same in both variants',
      'hidden value, different in both variants',
      'hidden value',
    ]);
    expect(within(scalar).getByRole('deletion')).toHaveTextContent(
      '••• different',
    );
    expect(within(scalar).getByRole('insertion')).toHaveTextContent(
      '••• different',
    );
  });

  const viewAs = async (name: string) =>
    user.click(screen.getByRole('button', { name }));
  const rowsOf = (table: HTMLElement) =>
    within(table)
      .getAllByRole('row')
      .map(row =>
        within(row)
          .getAllByRole('cell')
          .map(cell => cell.textContent)
          .join('|'),
      );

  it('shows the same as a text, with the numbers of its lines', async () => {
    await showDocuments([switched]);
    await viewAs('Unified diff');
    const table = await screen.findByRole('table', { name: /^Changes to/ });
    expect(rowsOf(table).slice(0, 5)).toEqual([
      '1||-|apiVersion: apps/v1',
      '2||-|kind: Deployment',
      '|1|+|apiVersion: argoproj.io/v1alpha1',
      '|2|+|kind: Rollout',
      '3|3| |metadata:',
    ]);
    expect(within(table).getByText('Rollout').closest('ins')).toHaveTextContent(
      'kind: Rollout',
    );
  });

  it('shows both documents side by side', async () => {
    await showDocuments([switched]);
    await viewAs('Side by side');
    expect(screen.getByRole('region', { name: / → Rollout / })).toBeVisible();
    const rows = rowsOf(
      await screen.findByRole('table', { name: /^Changes to/ }),
    );
    expect(rows.slice(0, 3)).toEqual([
      '1|-|apiVersion: apps/v1|1|+|apiVersion: argoproj.io/v1alpha1',
      '2|-|kind: Deployment|2|+|kind: Rollout',
      '3| |metadata:|3| |metadata:',
    ]);
    // Nothing stands beside what is only added.
    expect(rows[7]).toBe('|8|+|  strategy:');
  });

  it('draws hidden values in a text', async () => {
    await showDocuments([
      {
        ...switched,
        patch: `@@ -1 +1 @@\n-key: ${hiddenValue.different}\n+key: ${hiddenValue.different}\n`,
      },
    ]);
    await viewAs('Unified diff');
    expect(
      screen.getAllByRole('img', {
        name: 'hidden value, different in both variants',
      }),
    ).toHaveLength(2);
  });

  it('has one find documents by their names and by what changes in them', async () => {
    await showDocuments([switched, configMap('a', 1), configMap('b', 1)]);
    const documents = () =>
      screen
        .getAllByRole('button', { name: /→|changes/ })
        .map(each => each.textContent);
    expect(documents()).toHaveLength(3);
    await user.type(
      screen.getByRole('searchbox', {
        name: 'Filter by kind, name or line',
      }),
      'setweight',
    );
    await waitFor(() =>
      expect(documents()).toEqual([
        'Deployment agents-controllers → Rollout agents-controllers3 fields',
      ]),
    );
    expect(screen.getByRole('status')).toHaveTextContent('1 of 3 documents');
  });

  it('is shown as its URL says, which says how it is shown', async () => {
    await showDocuments([switched, configMap('a', 1), configMap('b', 1)], {
      path: '/?enabled=true&view=split&filter=setweight',
    });
    expect(
      screen.getByRole('button', { name: 'Side by side' }),
    ).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('searchbox')).toHaveValue('setweight');
    expect(screen.getByRole('status')).toHaveTextContent('1 of 3 documents');

    await viewAs('Unified diff');
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'ConfigMap a');
    await screen.findByText('?enabled=true&view=unified&filter=ConfigMap+a');
    await viewAs('Fields');
    await user.clear(screen.getByRole('searchbox'));
    await screen.findByText('?enabled=true');
  });

  it('passes over a view in its URL that is none', async () => {
    await showDocuments([switched], { path: '/?view=sideways' });
    expect(screen.getByRole('button', { name: 'Fields' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('can be copied and downloaded, as far as it is shown', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = jest.fn((blob: Blob) => {
      saved.push(blob);
      return 'blob:saved';
    });
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const other = configMap('a', 1);
    await showDocuments([switched, other]);
    await user.type(screen.getByRole('searchbox'), 'configmap');
    await screen.findByText('1 of 2 documents');
    await user.click(screen.getByRole('button', { name: 'Download the diff' }));
    expect(saved.map(({ size }) => size)).toEqual([other.patch.length]);
    expect(click).toHaveBeenCalledTimes(1);
    click.mockRestore();

    await user.clear(screen.getByRole('searchbox'));
    await viewAs('Unified diff');
    let copied: string | undefined;
    document.execCommand = () => {
      copied = window.getSelection()?.toString();
      return true;
    };
    await user.click(
      await screen.findByRole('button', {
        name: 'Copy the diff: Deployment agents-controllers → Rollout agents-controllers',
      }),
    );
    expect(copied).toBe(switched.patch);
  });

  it('shows what is added as a text at once', async () => {
    await showDocuments([
      {
        ...configMap('a', 1),
        change: 'added',
        before: undefined,
        differences: [],
      },
    ]);
    await user.click(
      screen.getByRole('button', { name: 'ConfigMap a is added' }),
    );
    expect(
      await screen.findByRole('table', { name: /ConfigMap a is added/ }),
    ).toHaveTextContent('+b');
  });

  it('says that something is left out', async () => {
    await showDocuments([{ ...switched, shortened: true }]);
    expect(screen.getByText(/too large to show in full/)).toBeVisible();
  });

  it('stays small however much there is', async () => {
    const { container } = await showDocuments(
      Array.from({ length: 400 }, (_, index) =>
        configMap(`a-${index}`, index === 0 ? 300 : 10),
      ),
    );
    expect(container.querySelectorAll('*').length).toBeLessThan(1_000);

    await user.click(
      screen.getByRole('button', { name: /^ConfigMap a-0 changes/ }),
    );
    const table = await screen.findByRole('table');
    expect(within(table).getAllByRole('row')).toHaveLength(51);
    await user.click(
      screen.getByRole('button', { name: 'Show 250 more fields' }),
    );
    expect(within(table).getAllByRole('row')).toHaveLength(251);

    await viewAs('Unified diff');
    const text = await screen.findByRole('table', { name: /^Changes to/ });
    expect(within(text).getAllByRole('row')).toHaveLength(300);
    expect(
      screen.getByRole('button', { name: 'Show 300 more lines' }),
    ).toBeVisible();

    await user.click(
      screen.getByRole('button', { name: 'Show more documents (380 left)' }),
    );
    expect(
      screen.getByRole('button', { name: /^ConfigMap a-69 changes/ }),
    ).toBeVisible();
  });
});
