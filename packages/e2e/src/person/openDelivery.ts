import type { Page } from 'playwright-core';
import { eventually } from '@progressive-delivery/sandbox';
import { DeliveryTab } from '../tab/DeliveryTab';

/** Finds a component in the catalog and opens its tab "Progressive delivery". */
export async function openDelivery(
  page: Page,
  title: string,
): Promise<DeliveryTab> {
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Catalog', exact: true })
    .click();
  // Not only what the person owns: the catalog goes back to that once it has found out what the person owns.
  await eventually(`${title} is opened`, async () => {
    await page.getByRole('menuitem', { name: /^All/ }).click();
    await page
      .getByRole('link', { name: title, exact: true })
      .click({ timeout: 5_000 });
  });
  await page.getByRole('button', { name: 'Deployment' }).click();
  await page
    .getByRole('menuitemradio', { name: 'Progressive delivery' })
    .click();
  return new DeliveryTab(page);
}
