import { setTimeout as sleep } from 'node:timers/promises';

/** So long is waited for what must happen by itself; most of it takes a few seconds. */
const LIMIT_SECONDS = 120;
const INTERVAL_MILLISECONDS = 250;

/**
 * Asks until there is nothing left to wait for.
 *
 * @param unmet - says what is not yet so, and nothing once all is
 * @throws `Error` with what was waited for and what was not so to the end
 */
export async function eventually(
  what: string,
  unmet: () => Promise<string[]>,
): Promise<void> {
  const deadline = Date.now() + LIMIT_SECONDS * 1000;
  for (;;) {
    const left = await unmet();
    if (left.length === 0) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `Not within ${LIMIT_SECONDS} s: ${what}. ${left.join(', ')}`,
      );
    }
    await sleep(INTERVAL_MILLISECONDS);
  }
}
