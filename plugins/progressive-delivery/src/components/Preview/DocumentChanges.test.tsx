import { renderInTestApp } from '@backstage/test-utils';
import {
  DocumentChange,
  hiddenValue,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { comparison } from '../../__testUtils__/comparison';
import { DocumentChanges } from './DocumentChanges';

const [switched] = comparison.changes;

const configMap = (name: string, fields: number): DocumentChange => ({
  change: 'changed',
  before: { apiVersion: 'v1', kind: 'ConfigMap', name },
  after: { apiVersion: 'v1', kind: 'ConfigMap', name },
  differences: Array.from({ length: fields }, (_, index) => ({
    change: 'changed',
    path: ['data', `key-${index}`],
    before: 'a',
    after: 'b',
  })),
  patch: `@@ -1,${fields} +1,${fields} @@\n${'-a\n+b\n'.repeat(fields)}`,
  shortened: false,
});

const cellsOf = (row: HTMLElement) =>
  [within(row).getByRole('rowheader'), ...within(row).getAllByRole('cell')].map(
    cell => cell.textContent,
  );

describe('DocumentChanges', () => {
  const user = userEvent.setup();

  it('shows field by field what differs, and what only one of the kinds has', async () => {
    await renderInTestApp(<DocumentChanges changes={[switched]} />);
    const table = screen.getByRole('table', {
      name: 'Changes of Deployment agents-controllers → Rollout agents-controllers',
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
    await renderInTestApp(
      <DocumentChanges
        changes={[
          {
            ...switched,
            differences: [
              {
                change: 'changed',
                path: ['spec', 'template', 'spec', 'args'],
                before: [hiddenValue.same, hiddenValue.different],
                after: [
                  hiddenValue.same,
                  hiddenValue.different,
                  hiddenValue.alone,
                ],
              },
              {
                change: 'changed',
                path: ['data', hiddenValue.alone],
                before: hiddenValue.different,
                after: hiddenValue.different,
              },
            ],
          },
        ]}
      />,
    );
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

  it('shows the same as a text', async () => {
    await renderInTestApp(<DocumentChanges changes={[switched]} />);
    expect(screen.queryByRole('region', { name: /^Changes of/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'YAML' }));
    expect(
      screen.getByRole('region', { name: /^Changes of/ }),
    ).toHaveTextContent('+kind: Rollout');
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('shows what is added as a text at once', async () => {
    await renderInTestApp(
      <DocumentChanges
        changes={[
          {
            ...configMap('a', 1),
            change: 'added',
            before: undefined,
            differences: [],
          },
        ]}
      />,
    );
    await user.click(
      screen.getByRole('button', { name: 'ConfigMap a is added' }),
    );
    expect(
      await screen.findByRole('region', { name: /ConfigMap a is added/ }),
    ).toHaveTextContent('+b');
    expect(screen.queryByRole('button', { name: 'YAML' })).toBeNull();
  });

  it('says that something is left out', async () => {
    await renderInTestApp(
      <DocumentChanges changes={[{ ...switched, shortened: true }]} />,
    );
    expect(screen.getByText(/too large to show in full/)).toBeVisible();
  });

  it('stays small however much there is', async () => {
    const { container } = await renderInTestApp(
      <DocumentChanges
        changes={Array.from({ length: 4_000 }, (_, index) =>
          configMap(`a-${index}`, index === 0 ? 1_000 : 10),
        )}
      />,
    );
    expect(container.querySelectorAll('*').length).toBeLessThan(1_000);

    await user.click(
      screen.getByRole('button', { name: /^ConfigMap a-0 changes/ }),
    );
    const table = await screen.findByRole('table');
    expect(within(table).getAllByRole('row')).toHaveLength(51);
    await user.click(
      screen.getByRole('button', { name: 'Show 950 more fields' }),
    );
    expect(within(table).getAllByRole('row')).toHaveLength(251);

    await user.click(screen.getByRole('button', { name: 'YAML' }));
    const text = screen.getByRole('region', { name: /^Changes of/ });
    expect(text.querySelectorAll('ins, del').length).toBeLessThan(301);
    expect(
      within(text).getByRole('button', { name: 'Show 1701 more lines' }),
    ).toBeVisible();

    await user.click(
      screen.getByRole('button', { name: 'Show 3980 more documents' }),
    );
    expect(
      screen.getByRole('button', { name: /^ConfigMap a-69 changes/ }),
    ).toBeVisible();
  });
});
