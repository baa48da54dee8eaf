import {
  DocumentChange,
  hiddenValue,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeProgressiveDeliveryApi } from '../../../__testUtils__/FakeProgressiveDeliveryApi';
import { responseError } from '../../../__testUtils__/responseError';
import { configMap, showDocuments } from './__testUtils__/showDocuments';

const lines = (from: number, to: number) =>
  Array.from(
    { length: to - from + 1 },
    (_, index) => `   key-${from + index}: ${hiddenValue.same}\n`,
  ).join('');

/** Its tenth line differs, of thirty. */
const change: DocumentChange = {
  ...configMap('settings'),
  patch: `@@ -7,7 +7,7 @@\n${lines(7, 9)}-  mode: a\n+  mode: b\n${lines(
    11,
    13,
  )}`,
  linesAfter: 17,
};
const whole = {
  patch: `@@ -1,30 +1,30 @@\n${lines(1, 9)}-  mode: a\n+  mode: b\n${lines(
    11,
    30,
  )}`,
  shortened: false,
};

describe('the unchanged lines of a document', () => {
  const user = userEvent.setup();
  let api: FakeProgressiveDeliveryApi;

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
    api.documents[0] = whole;
  });

  const show = async (shown = change) => {
    await showDocuments([shown], { api });
    await user.click(screen.getByRole('button', { name: 'Unified diff' }));
    await user.click(screen.getByRole('button', { name: /^ConfigMap / }));
    return screen.findByRole('table', { name: /^Changes to/ });
  };
  const numbers = (table: HTMLElement) =>
    within(table)
      .getAllByRole('row')
      .map(row => within(row).getAllByRole('cell')[0].textContent);
  const gap = (count: number) =>
    screen.getByRole('button', { name: `Show ${count} unchanged lines` });

  it('are shown where somebody asks for them, with the focus on the first of them', async () => {
    const table = await show();
    expect(numbers(table).slice(0, 3)).toEqual([
      'Show 6 unchanged lines',
      '7',
      '8',
    ]);
    await user.click(gap(17));
    await waitFor(() => expect(numbers(table).at(-1)).toBe('30'));
    expect(api.getComparisonDocument).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ place: 0, digest: 'sha256:5a1' }),
      expect.anything(),
    );
    expect(within(table).getByText('key-14').closest('tr')).toHaveFocus();
    expect(within(table).queryByText('key-6')).toBeNull();

    await user.click(gap(6));
    expect(within(table).getByText('key-1').closest('tr')).toHaveFocus();
    expect(numbers(table)).toHaveLength(31);
    expect(api.getComparisonDocument).toHaveBeenCalledTimes(1);
    // Masked as all of it is.
    expect(
      within(table).getAllByRole('img', {
        name: 'hidden value, the same in both variants',
      }),
    ).toHaveLength(29);
  });

  it('say in their place why they do not come, and come when they are tried again', async () => {
    api.getComparisonDocument.mockRejectedValueOnce(
      await responseError(503, 'ServiceUnavailableError', 'It is too busy'),
    );
    const table = await show();
    await user.click(gap(6));
    const problem = await within(table).findByRole('alert');
    expect(problem).toHaveTextContent('It is too busy');
    await user.click(
      within(problem).getByRole('button', { name: 'Try again' }),
    );
    expect(await within(table).findByText('key-1')).toBeVisible();
    expect(within(table).queryByRole('alert')).toBeNull();
    expect(gap(17)).toBeVisible();
  });

  it('show a document in full that was too large at first', async () => {
    await show({ ...change, linesAfter: undefined, shortened: true });
    expect(screen.getByText(/too large to show in full/)).toBeVisible();
    await user.click(gap(6));
    await waitFor(() =>
      expect(screen.queryByText(/too large to show in full/)).toBeNull(),
    );
    expect(gap(17)).toBeVisible();
  });
});

describe('what a diff says besides', () => {
  const user = userEvent.setup();

  const show = async (
    shown: DocumentChange,
    options: Parameters<typeof showDocuments>[1] = {},
  ) => {
    await showDocuments([shown], options);
    await user.click(screen.getByRole('button', { name: 'Unified diff' }));
    await user.click(screen.getByRole('button', { name: /^ConfigMap / }));
    return screen.findByRole('table', { name: /^Changes to/ });
  };

  it('is which fields are not the same in any two renderings', async () => {
    const [difference] = configMap('settings').differences;
    await show({
      ...configMap('settings'),
      differences: [
        { ...difference, unstable: true },
        { ...difference, path: ['data', 'mode'] },
      ],
    });
    expect(
      screen.getByText(
        'Differs in every rendering, with or without this change: data.key-0',
      ),
    ).toBeVisible();
  });

  it.each(['Unified diff', 'Side by side'])(
    'is that of the lines of such a field, where they are known (%s)',
    async view => {
      const table = await show({
        ...configMap('settings'),
        differences: [
          { change: 'changed', path: ['data', 'seed'], unstable: true },
          { change: 'changed', path: ['data', 'mode'] },
        ],
        patch:
          '@@ -1,3 +1,3 @@\n data:\n-  seed: a\n-  mode: b\n+  seed: c\n+  mode: d\n',
      });
      await user.click(screen.getByRole('button', { name: view }));
      expect(
        within(table)
          .getAllByText('differs in every rendering')
          .map(each => each.closest('td')?.textContent),
      ).toEqual([
        '  seed: adiffers in every rendering',
        '  seed: cdiffers in every rendering',
      ]);
      expect(screen.queryByText(/^Differs in every rendering/)).toBeNull();
    },
  );

  it('is that nobody is shown what a Secret holds, to those who are shown all other values', async () => {
    const hides: DocumentChange = {
      ...configMap('settings'),
      patch: `@@ -1 +1 @@\n-a: ${hiddenValue.different}\n+a: ${hiddenValue.different}\n`,
    };
    await show(hides, { masked: false });
    expect(
      screen.getByText(/^The contents of Secrets are never shown/),
    ).toBeVisible();
  });

  it('is what a line is made of, and which words have changed', async () => {
    const table = await show({
      ...configMap('settings'),
      patch:
        '@@ -1,2 +1,2 @@\n kind: ConfigMap\n-  level: one two\n+  level: one three\n',
    });
    const colored = (text: string) =>
      within(table)
        .getAllByText(text)
        .map(each => each.className);
    expect(colored('kind')[0]).toMatch(/key/);
    expect(colored('ConfigMap')[0]).toMatch(/string/);
    expect(colored('two')[0]).toMatch(/removed/);
    expect(colored('three')[0]).toMatch(/added/);
    expect(within(table).getByText('three').closest('ins')).toHaveTextContent(
      'level: one three',
    );
  });
});
