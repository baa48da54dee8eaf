import { eventually } from '@progressive-delivery/sandbox';

/**
 * Asks until there is nothing left to wait for.
 *
 * @param unmet - says what is not yet so, and nothing once all is
 */
export async function untilMet(
  what: string,
  unmet: () => Promise<string[]>,
): Promise<void> {
  await eventually(what, async () => {
    const left = await unmet();
    if (left.length > 0) {
      throw new Error(left.join(', '));
    }
  });
}
