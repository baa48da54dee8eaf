import { setTimeout as sleep } from 'node:timers/promises';
import { CustomErrorBase } from '@backstage/errors';

/** Something did not come up in time. */
export class TimedOutError extends CustomErrorBase {
  name = 'TimedOutError' as const;
}

export interface PollOptions<T> {
  /** What is waited for, for the message. */
  what: string;
  seconds: number;
  intervalMilliseconds?: number;
  signal?: AbortSignal;
  /** Answers undefined, or throws, as long as it is not there yet. */
  try: () => Promise<T | undefined>;
}

/**
 * Tries until there is an answer.
 *
 * @throws {@link TimedOutError} caused by the last try's own error
 */
export async function poll<T>(options: PollOptions<T>): Promise<T> {
  const { what, seconds, intervalMilliseconds = 200, signal } = options;
  const deadline = Date.now() + seconds * 1000;
  let lastError: unknown;
  do {
    signal?.throwIfAborted();
    try {
      const answer = await options.try();
      if (answer !== undefined) {
        return answer;
      }
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    await sleep(intervalMilliseconds, undefined, { signal });
  } while (Date.now() < deadline);
  throw new TimedOutError(
    `${what} did not happen within ${seconds} s`,
    lastError,
  );
}
