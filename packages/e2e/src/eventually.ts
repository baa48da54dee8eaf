import { setTimeout as wait } from 'node:timers/promises';

/** So long is waited for what must happen by itself; most of it takes a few seconds. */
const LIMIT_SECONDS = 180;

/**
 * Tries until it succeeds: the attempt answers, or all that it expects is so.
 *
 * @throws the last try's error, with what was waited for
 */
export async function eventually<T>(
  what: string,
  attempt: () => Promise<T>,
  { seconds = LIMIT_SECONDS, signal }: EventuallyOptions = {},
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) {
        const last = error instanceof Error ? error.message : String(error);
        throw new Error(`Not within ${seconds} s: ${what}. ${last}`, {
          cause: error,
        });
      }
    }
    await wait(250, undefined, { signal });
  }
}

export interface EventuallyOptions {
  seconds?: number;
  /** Aborted when there is nothing to wait for any more. */
  signal?: AbortSignal;
}
