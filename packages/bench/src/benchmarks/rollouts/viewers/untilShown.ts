import { setTimeout as sleep } from 'node:timers/promises';
import { CustomErrorBase } from '@backstage/errors';

/** Something was not shown in time. */
export class NotShownError extends CustomErrorBase {
  name = 'NotShownError' as const;
}

/**
 * Looks again and again until it is shown.
 *
 * @throws {@link NotShownError} after a while
 */
export async function untilShown(
  what: string,
  isShown: () => boolean,
  { seconds = 30 }: { seconds?: number } = {},
): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (!isShown()) {
    if (performance.now() > deadline) {
      throw new NotShownError(`${what} was not shown within ${seconds} s`);
    }
    await sleep(2);
  }
}
