import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errors, type Page } from 'playwright-core';
import { GalleryState } from '../GalleryState';
import { accessibilityFaults } from './accessibilityFaults';
import { galleryPage } from './galleryPage';
import { layoutFaults } from './layoutFaults';
import { oursIn } from './oursIn';
import { showAll } from './showAll';

const WIDTHS = [360, 1280, 2560] as const;
const THEMES = ['light', 'dark'] as const;

/** Of the window, before it is made as high as what it shows. */
const HEIGHT = 900;

/** What does not change for so long is as it is to be looked at. */
const SETTLED_MILLISECONDS = 300;

/** One picture of a state, and what is wrong with it. */
interface Picture {
  file: string;
  theme: (typeof THEMES)[number];
  width: (typeof WIDTHS)[number];
  faults: string[];
}

export interface LookedAt {
  state: Pick<GalleryState, 'id' | 'title'>;
  pictures: Picture[];
}

/** A folder of pictures, and a page that shows them. */
export class Gallery {
  static async create(directory: string): Promise<Gallery> {
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    return new Gallery(directory);
  }

  private readonly all: LookedAt[] = [];

  private constructor(private readonly directory: string) {}

  /** The file that shows all. */
  get index(): string {
    return join(this.directory, 'index.html');
  }

  /** The file for what Backstage says meanwhile. */
  get log(): string {
    return join(this.directory, 'backstage.log');
  }

  /** @returns what is wrong with it */
  async look(page: Page, state: GalleryState, url: string): Promise<string[]> {
    const pictures: Picture[] = [];
    for (const width of WIDTHS) {
      for (const theme of THEMES) {
        await page.setViewportSize({ width, height: HEIGHT });
        await page.emulateMedia({
          colorScheme: theme,
          reducedMotion: 'reduce',
        });
        const faults = await faultsOf(page, state, url);
        const file = `${state.id}-${theme}-${width}.png`;
        await page.screenshot({
          path: join(this.directory, file),
          animations: 'disabled',
        });
        pictures.push({ file, theme, width, faults });
      }
    }
    this.all.push({ state, pictures });
    await writeFile(this.index, galleryPage(this.all));
    return pictures.flatMap(({ faults, theme, width }) =>
      faults.map(fault => `${theme}, ${width} px: ${fault}`),
    );
  }
}

async function faultsOf(
  page: Page,
  state: GalleryState,
  url: string,
): Promise<string[]> {
  try {
    await open(page, state, url);
  } catch (error) {
    if (error instanceof errors.TimeoutError) {
      return [`It is never as it should be. ${error.message}`];
    }
    throw error;
  }
  const ours = await oursIn(page);
  return [
    ...(await page.evaluate(layoutFaults, ours)),
    ...(await accessibilityFaults(page, ours)),
  ];
}

/** At another width and in another theme the app begins anew, so a state is opened for each. */
async function open(
  page: Page,
  { press = [], shows }: GalleryState,
  url: string,
): Promise<void> {
  await page.goto(url);
  for (const { name, role } of press) {
    await page.getByRole(role, { name }).first().click();
  }
  await page
    .locator('main, [role="dialog"]')
    .getByText(shows)
    .filter({ visible: true })
    .first()
    .waitFor();
  const ours = await oursIn(page);
  await settled(page, ours);
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
