import { eventually } from '@progressive-delivery/sandbox';

/**
 * Looks again and again until it is shown.
 *
 * @throws `TimedOutError` after a while
 */
export async function untilShown(
  what: string,
  isShown: () => boolean,
  { seconds = 30 }: { seconds?: number } = {},
): Promise<void> {
  await eventually(
    what,
    () => {
      if (!isShown()) {
        throw new Error('It is not shown');
      }
    },
    { seconds, intervalMilliseconds: 2 },
  );
}
