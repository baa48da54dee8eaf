import type { Locator, Page } from 'playwright-core';

/** Follows a link to Gitea, which opens in a window of its own, as somebody who is not signed in there. */
export async function openInGitea(link: Locator): Promise<Page> {
  const opening = link.page().waitForEvent('popup');
  await link.click();
  const page = await opening;
  await page.waitForLoadState();
  return page;
}
