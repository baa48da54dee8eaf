import type { Locator, Page } from 'playwright-core';
import { GalleryState } from '../GalleryState';

/** What lies on the page. */
const ABOVE = ':is([role="dialog"], [role="menu"])';

/** What is looked at of an overview has this attribute from then on: no selector of CSS tells it by its text. */
const LOOKED_AT = 'data-looked-at';

/**
 * A selector of what our plugin has drawn: our part of a component's overview, a dialog or a menu that is open, what is
 * below the header and tabs of the catalog, or all of a page of its own.
 */
export async function oursIn(
  page: Page,
  { overview }: Pick<GalleryState, 'overview'>,
): Promise<string> {
  if (overview) {
    await partOf(page, overview).evaluate(
      (element, attribute) => element.setAttribute(attribute, ''),
      LOOKED_AT,
    );
    return `[${LOOKED_AT}]`;
  }
  return (await page.locator(ABOVE).count()) > 0 ? ABOVE : 'main > :last-child';
}

function partOf(
  page: Page,
  part: Exclude<GalleryState['overview'], undefined>,
): Locator {
  switch (part) {
    case 'card':
      return page
        .locator('main .MuiCard-root')
        .filter({ hasText: /^progressive delivery/i });
    case 'warning':
      // An icon, and beside it what it is about.
      return page
        .locator('main div:has(> svg[aria-hidden] + div)')
        .filter({ hasText: 'web' })
        .first();
    default:
      return part satisfies never;
  }
}
