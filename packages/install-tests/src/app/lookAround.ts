import { FleetList, seen } from '@progressive-delivery/e2e';
import { eventually } from '@progressive-delivery/sandbox';
import type { Page } from 'playwright-core';
import { WORKLOAD } from './proposeSwitch';

/**
 * A guest, signed in, looks for the workload on its component's overview and among all components.
 *
 * @returns what the list of all components says of pull requests for it
 */
export async function lookAround(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/catalog/default/component/${WORKLOAD}`);
  await page
    .getByText(`Deployment ${WORKLOAD}`, { exact: true })
    .first()
    .waitFor();
  const fleet = await FleetList.at(page, url);
  return eventually('the pull request is in the list', async () => {
    const { 'Pull requests': found = '' } = await fleet.row(WORKLOAD);
    if (!found.startsWith('#')) {
      throw new Error(`It says ${found}`);
    }
    return seen(found);
  });
}
