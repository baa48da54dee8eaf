import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RetryButton } from './RetryButton';

it('says that it is being tried, once at a time, and keeps the focus', async () => {
  const user = userEvent.setup();
  let answer: () => void = () => {};
  const onRetry = jest.fn(
    () =>
      new Promise<void>(resolve => {
        answer = resolve;
      }),
  );
  await renderInTestApp(<RetryButton onRetry={onRetry} />);
  const button = screen.getByRole('button', { name: 'Try again' });

  await user.click(button);
  expect(button).toHaveAccessibleName('Trying again…');
  expect(button).toHaveAttribute('aria-busy', 'true');
  await user.click(button);
  expect(onRetry).toHaveBeenCalledTimes(1);

  answer();
  await waitFor(() => expect(button).toHaveAccessibleName('Try again'));
  expect(button).toHaveFocus();
  await user.click(button);
  expect(onRetry).toHaveBeenCalledTimes(2);
});
