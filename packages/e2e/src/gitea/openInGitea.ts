import type { GiteaConnection } from '@progressive-delivery/sandbox';
import type { Locator, Page } from 'playwright-core';

/** Follows a link to Gitea, which opens in a window of its own, signed in there. */
export async function openInGitea(
  link: Locator,
  { url, username, password }: GiteaConnection,
): Promise<Page> {
  const opening = link.page().waitForEvent('popup');
  await link.click();
  const page = await opening;
  await page.waitForLoadState();
  const address = page.url();
  const signIn = page.getByRole('link', { name: 'Sign In' });
  if (await signIn.isVisible()) {
    await page.goto(`${url}/user/login`);
    await page.locator('input[name=user_name]').fill(username);
    await page.locator('input[name=password]').fill(password);
    await page.locator('input[name=password]').press('Enter');
    await signIn.waitFor({ state: 'detached' });
    await page.goto(address);
  }
  return page;
}
