import type { Page } from 'playwright-core';

const DIALOG = '[role="dialog"]';

/**
 * A selector of what our plugin has drawn: a dialog that is open, what is below the header and tabs of the catalog, or all
 * of a page of its own.
 */
export async function oursIn(page: Page): Promise<string> {
  return (await page.locator(DIALOG).count()) > 0
    ? DIALOG
    : 'main > :last-child';
}
