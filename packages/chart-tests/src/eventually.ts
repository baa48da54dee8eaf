import { setTimeout as wait } from 'node:timers/promises';

/**
 * Tries twice a second until there is an answer.
 *
 * @throws when there is none in time, with what was seen last
 */
export async function eventually<T>(
  what: string,
  attempt: () => Promise<{ answer?: T; saw: string }>,
  seconds = 60,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  let saw = 'nothing';
  while (Date.now() < deadline) {
    const result = await attempt();
    if (result.answer !== undefined) {
      return result.answer;
    }
    saw = result.saw;
    await wait(500);
  }
  throw new Error(`${what} did not happen within ${seconds} s; seen: ${saw}`);
}
