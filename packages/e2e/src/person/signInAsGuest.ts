import type { Page } from 'playwright-core';

/** Opens Backstage and signs in as the guest. */
export async function signInAsGuest(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'Settings' }).waitFor();
}
