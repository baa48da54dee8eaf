import { renderInTestApp } from '@backstage/test-utils';
import { act, screen } from '@testing-library/react';
import { StaleNotice } from './StaleNotice';

const NOW = new Date(2026, 0, 2, 10, 5, 0);

describe('StaleNotice', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: NOW, advanceTimers: true });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const render = (since: Date) =>
    renderInTestApp(
      <StaleNotice since={since.getTime()} failure={new Error('No answer')} />,
    );

  it('says since when, why, and how old that is by now', async () => {
    await render(new Date(2026, 0, 2, 10, 0, 48));
    const notice = screen.getByRole('status');
    expect(notice).toHaveTextContent(
      /^Not up to date since 10:00:48.AM\. Trying again\.No answer/,
    );
    expect(notice).toHaveTextContent(/The data shown is 4m 1[2-9]s old\.$/);
    await act(async () => jest.advanceTimersByTime(60_000));
    expect(notice).toHaveTextContent(/The data shown is 5m 1[2-9]s old\.$/);
  });

  it('says the date where that is another day', async () => {
    await render(new Date(2026, 0, 1, 10, 5, 0));
    expect(screen.getByRole('status')).toHaveTextContent(
      /Not up to date since 1\/1\/2026, 10:05:00.AM\. Trying again\./,
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      /The data shown is 1d 0h old\.$/,
    );
  });
});
