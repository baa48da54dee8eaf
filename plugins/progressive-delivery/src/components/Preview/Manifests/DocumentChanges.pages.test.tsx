import { DocumentPage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { comparison } from '../../../__testUtils__/comparison';
import { FakeProgressiveDeliveryApi } from '../../../__testUtils__/FakeProgressiveDeliveryApi';
import { responseError } from '../../../__testUtils__/responseError';
import { scrollThere, stopWatching, watchSight } from './__testUtils__/inSight';
import { configMap, showDocuments } from './__testUtils__/showDocuments';

/** Smaller than the backend's: jsdom takes its time. */
const SIZE = 30;

const page = (from: number, size = SIZE) =>
  Array.from({ length: size }, (_, index) => configMap(`a-${from + index}`));

describe('the documents of a comparison, page by page', () => {
  const user = userEvent.setup();
  let api: FakeProgressiveDeliveryApi;

  beforeEach(() => {
    watchSight();
    api = new FakeProgressiveDeliveryApi();
  });
  afterEach(stopWatching);

  /** As many documents, of which the comparison holds the first page. */
  const show = (
    count: number,
    options: { onPreviewAgain?: () => void } = {},
  ) => {
    for (let from = SIZE; from < count; from += SIZE) {
      const next = from + SIZE;
      api.pages[from] = {
        changes: page(from, Math.min(SIZE, count - from)),
        nextCursor: next < count ? String(next) : undefined,
      };
    }
    return showDocuments(page(0), {
      api,
      changed: count,
      nextCursor: String(SIZE),
      ...options,
    });
  };
  const shown = () => screen.queryAllByText(/^ConfigMap .* changes$/).length;
  const cursors = () =>
    api.getComparisonDocuments.mock.calls.map(([, { cursor }]) => cursor);
  /** To where the next page begins. */
  const scrollThrough = async () => {
    await scrollThere();
    expect(shown()).toBe(SIZE);
    expect(api.getComparisonDocuments).not.toHaveBeenCalled();
    await scrollThere();
  };

  it('come as one scrolls, first those that are there', async () => {
    await show(80);
    expect(shown()).toBe(20);
    await scrollThrough();
    await waitFor(() => expect(shown()).toBe(60));
    expect(api.getComparisonDocuments).toHaveBeenCalledWith(
      expect.objectContaining({ target: comparison.target }),
      {
        switch: comparison.switch,
        enabled: comparison.enabled,
        digest: comparison.digest,
        profile: comparison.profile.id,
        cursor: '30',
      },
      { signal: expect.any(AbortSignal) },
    );
    await scrollThere();
    await waitFor(() => expect(shown()).toBe(70));
    await scrollThere();
    expect(shown()).toBe(80);
    expect(cursors()).toEqual(['30', '60']);
    expect(screen.getByText('ConfigMap a-79 changes')).toBeVisible();
    expect(await scrollThere()).toBe(0);
    expect(screen.queryByText(/^Show more documents/)).toBeNull();
  });

  it('come by the keyboard, with the focus on the next one', async () => {
    await show(40);
    const press = async () => {
      screen
        .getByText(/^Show more documents/)
        .closest('button')
        ?.focus();
      await user.keyboard('{Enter}');
    };
    const summary = (place: number) =>
      screen
        .getByText(`ConfigMap a-${place} changes`)
        .closest('[aria-expanded]');
    expect(screen.getByText(/^Show more/)).toHaveTextContent(
      'Show more documents (20 left)',
    );
    await press();
    expect(summary(20)).toHaveFocus();
    await press();
    await waitFor(() => expect(summary(30)).toHaveFocus());
  });

  it('are asked for once, however often one scrolls there', async () => {
    let answer: (page: DocumentPage) => void = () => {};
    api.getComparisonDocuments.mockReturnValueOnce(
      new Promise(resolve => {
        answer = resolve;
      }),
    );
    await show(60);
    await scrollThrough();
    await scrollThere();
    await user.click(screen.getByText('Show more documents (30 left)'));
    expect(cursors()).toEqual(['30']);
    answer(api.pages[30]);
    await waitFor(() => expect(shown()).toBe(60));
  });

  it('say so where they do not come, and come when they are tried again', async () => {
    api.getComparisonDocuments.mockRejectedValueOnce(
      await responseError(503, 'ServiceUnavailableError', 'It is too busy'),
    );
    await show(40);
    await scrollThrough();
    const title = 'The next documents could not be loaded';
    expect(
      (await screen.findByText(title)).closest('[role="alert"]'),
    ).toHaveTextContent('It is too busy');
    // Nothing is asked again and again by itself.
    expect(await scrollThere()).toBe(0);
    expect(cursors()).toEqual(['30']);
    expect(shown()).toBe(30);

    await user.click(screen.getByText('Try again'));
    await waitFor(() => expect(shown()).toBe(40));
    expect(screen.queryByText(title)).toBeNull();
  });

  it('say so where it would be another comparison by now, which can be asked for', async () => {
    const onPreviewAgain = jest.fn();
    api.getComparisonDocuments.mockRejectedValueOnce(
      await responseError(409, 'ConflictError', 'It is no longer what you saw'),
    );
    await show(40, { onPreviewAgain });
    await scrollThrough();
    expect(
      (await screen.findByText('This preview is out of date')).closest(
        '[role="alert"]',
      ),
    ).toHaveTextContent('It is no longer what you saw');
    await user.click(screen.getByText('Preview again'));
    expect(onPreviewAgain).toHaveBeenCalledTimes(1);
  });

  it('are all loaded for a filter, which says how far it is', async () => {
    let answer: () => void = () => {};
    await show(150);
    api.getComparisonDocuments.mockImplementationOnce(
      () =>
        new Promise(resolve => {
          answer = () => resolve(api.pages[30]);
        }),
    );
    await user.type(screen.getByRole('searchbox'), 'a-14');
    expect(await screen.findByRole('status')).toHaveTextContent(
      'Searching all 150 documents',
    );
    expect(
      screen.getByRole('progressbar', { name: 'Loading documents' }),
    ).toHaveAttribute('aria-valuenow', '20');
    answer();
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        '11 of 150 documents',
      ),
    );
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(cursors()).toEqual(['30', '60', '90', '120']);
    expect(shown()).toBe(11);
  });

  it('are all loaded to be downloaded, and none is left out where that fails once', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = jest.fn((blob: Blob) => {
      saved.push(blob);
      return 'blob:saved';
    });
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    await show(70);
    expect(screen.queryByRole('button', { name: 'Copy the diff' })).toBeNull();
    api.getComparisonDocuments.mockRejectedValueOnce(new Error('Offline'));
    await user.click(screen.getByRole('button', { name: 'Download the diff' }));
    await screen.findByText('The next documents could not be loaded');
    expect(saved).toEqual([]);
    await user.click(screen.getByText('Try again'));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].size).toBe(70 * configMap('a').patch.length);
    expect(click).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('button', { name: 'Copy the diff' })).toBeVisible();
    click.mockRestore();
  });
});
