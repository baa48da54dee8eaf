import { setTimeout as sleep } from 'node:timers/promises';
import { CustomErrorBase } from '@backstage/errors';

/** Something did not happen in time. */
export class TimedOutError extends CustomErrorBase {
  name = 'TimedOutError' as const;
}

export interface EventuallyOptions {
  /** Default: 180; most of what happens by itself takes a few. */
  seconds?: number;
  /** Between two attempts. Default: 250. */
  intervalMilliseconds?: number;
  /** Aborted when there is nothing to wait for any more. */
  signal?: AbortSignal;
}

/**
 * Tries until an attempt succeeds, and answers what that answers. An attempt throws as long as something is missing, and
 * says what.
 *
 * @throws {@link TimedOutError} caused by the last attempt's own error
 */
export async function eventually<T>(
  what: string,
  attempt: () => T | Promise<T>,
  options: EventuallyOptions = {},
): Promise<T> {
  const { seconds = 180, intervalMilliseconds = 250, signal } = options;
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > deadline) {
        throw new TimedOutError(`Not within ${seconds} s: ${what}`, error);
      }
    }
    await sleep(intervalMilliseconds, undefined, { signal });
  }
}
