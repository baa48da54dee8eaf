import type { Page } from 'playwright-core';

/** A list that loads more for whoever scrolls is cut there. */
const MOST = 12_000;

/**
 * Makes the window as high as what scrolls in it, so that a picture shows all of it: Backstage scrolls an element of the
 * page, and dialogs one of theirs.
 *
 * @param ours - a selector of what is looked at
 * @returns whether the window has changed
 */
export async function showAll(page: Page, ours: string): Promise<boolean> {
  const size = page.viewportSize();
  if (!size) {
    return false;
  }
  const hidden = await page.evaluate(selector => {
    const root = document.querySelector(selector);
    const scrolling = Array.from(document.querySelectorAll('*')).filter(
      element =>
        root &&
        (element.contains(root) || root.contains(element)) &&
        (element === document.documentElement ||
          /auto|scroll/.test(getComputedStyle(element).overflowY)),
    );
    return Math.max(
      0,
      ...scrolling.map(element => element.scrollHeight - element.clientHeight),
    );
  }, ours);
  const height = Math.min(size.height + hidden, MOST);
  await page.setViewportSize({ ...size, height });
  return height > size.height;
}
