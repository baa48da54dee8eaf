import type { Locator } from 'playwright-core';
import { seen } from './seen';

/** The stages of a pull request that is under way, as a part of the page shows them, such as "Merged, done". */
export async function journeyIn(
  part: Locator,
  number: number,
): Promise<string[]> {
  const stages = await part
    .getByRole('list', { name: `Progress of pull request #${number}` })
    .getByRole('listitem')
    .locator('> :first-child')
    .allTextContents();
  return stages.map(seen);
}
