import type { Page } from 'playwright-core';
import { GalleryState } from '../GalleryState';
import { oursIn } from './oursIn';
import { showAll } from './showAll';

/** What does not change for so long is as it is to be looked at. */
const SETTLED_MILLISECONDS = 300;

/** How a state was opened, for whoever opens it in a language whose words are not known. */
export interface Opened {
  /** Places of what was pressed among all that has its role. */
  pressed: number[];
  /** How many elements of ours there are. */
  elements: number;
}

/**
 * Opens a state in English, and the window so high that all of it is seen.
 *
 * @throws TimeoutError where it never shows what it should
 */
export async function openState(
  page: Page,
  state: GalleryState,
  url: string,
): Promise<Opened> {
  await page.goto(url);
  const pressed: number[] = [];
  for (const { group, name, role } of state.press ?? []) {
    const place = group ? page.getByRole('group', { name: group }) : page;
    const target = place.getByRole(role, { name }).first();
    await target.waitFor();
    // Places are counted on a page that is complete.
    await settled(page, 'body');
    pressed.push(
      await page
        .getByRole(role)
        .evaluateAll(
          (all, wanted) => all.findIndex(each => each === wanted),
          await target.elementHandle(),
        ),
    );
    await target.click();
  }
  await page
    .locator('main, [role="dialog"], [role="menu"]')
    .getByText(state.shows)
    .filter({ visible: true })
    .first()
    .waitFor();
  await settled(page, 'body');
  const ours = await oursIn(page, state);
  await settled(page, ours);
  const elements = await page.locator(`${ours} *`).count();
  await showWhole(page, ours);
  return { pressed, elements };
}

/** Opens a state as it was opened in English; there are as many elements in each language. */
export async function openTranslated(
  page: Page,
  state: GalleryState,
  { at, opened: { elements, pressed } }: { at: string; opened: Opened },
): Promise<void> {
  await page.goto(at);
  for (const [index, { role }] of (state.press ?? []).entries()) {
    const target = page.getByRole(role).nth(pressed[index]);
    await target.waitFor();
    await settled(page, 'body');
    await target.click();
  }
  await page.locator('main').waitFor();
  await settled(page, 'body');
  const ours = await oursIn(page, state);
  await page.waitForFunction(
    ([selector, wanted]) =>
      document.querySelectorAll(`${selector} *`).length === wanted,
    [ours, elements] as const,
  );
  await settled(page, ours);
  await showWhole(page, ours);
}

async function showWhole(page: Page, ours: string): Promise<void> {
  if (await showAll(page, ours)) {
    await settled(page, ours);
  }
}

/** Resolves when what a selector finds no longer changes. */
async function settled(page: Page, ours: string): Promise<void> {
  await page.evaluate(() => delete document.body.dataset.lastShown);
  await page.waitForFunction(
    selector => {
      const shown = document.querySelector(selector)?.innerHTML;
      const isSettled = shown === document.body.dataset.lastShown;
      document.body.dataset.lastShown = shown;
      return isSettled;
    },
    ours,
    { polling: SETTLED_MILLISECONDS },
  );
}
