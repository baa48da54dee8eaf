import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errors, type Page } from 'playwright-core';
import { GalleryState } from '../GalleryState';
import { accessibilityFaults } from './accessibilityFaults';
import { galleryPage } from './galleryPage';
import { layoutFaults } from './layoutFaults';
import { Look, LOOKS, nameOf } from './looks';
import { Opened, openState, openTranslated } from './openState';
import { oursIn } from './oursIn';
import { overlappingTexts } from './overlappingTexts';
import { textBoxes } from './textBoxes';

/** Of the window, before it is made as high as what it shows. */
const HEIGHT = 900;

/** One picture of a state, and what is wrong with it. */
interface Picture {
  file: string;
  look: string;
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
    const opened = new Map<Look['width'], Opened>();
    for (const look of LOOKS) {
      const known = opened.get(look.width);
      const stays = look.forcedColors && known;
      if (!stays) {
        await page.setViewportSize({ width: look.width, height: HEIGHT });
      }
      await page.emulateMedia({
        colorScheme: look.theme,
        forcedColors: look.forcedColors ? 'active' : 'none',
        reducedMotion: 'reduce',
      });
      const faults = await faultsOf(page, state, async () => {
        if (look.language && known) {
          await speak(page, look.language);
          await openTranslated(page, state, { at: url, opened: known });
        } else if (!stays) {
          opened.set(look.width, await openState(page, state, url));
        }
      });
      const file = `${state.id}-${nameOf(look, '-')}.png`;
      await page.screenshot({
        path: join(this.directory, file),
        animations: 'disabled',
      });
      await speak(page, 'en');
      pictures.push({ file, look: nameOf(look, ', '), faults });
    }
    this.all.push({ state, pictures });
    await writeFile(this.index, galleryPage(this.all));
    return pictures.flatMap(({ faults, look }) =>
      faults.map(fault => `${look}: ${fault}`),
    );
  }
}

/** At another width and in another theme the app begins anew, so a state is opened for each; forced colors are the browser's. */
async function faultsOf(
  page: Page,
  state: GalleryState,
  open: () => Promise<void>,
): Promise<string[]> {
  try {
    await open();
  } catch (error) {
    if (error instanceof errors.TimeoutError) {
      return [`It is never as it should be. ${error.message}`];
    }
    throw error;
  }
  const ours = await oursIn(page, state);
  return [
    ...(await page.evaluate(layoutFaults, ours)),
    ...overlappingTexts(await textBoxes(page, ours)),
    ...(await accessibilityFaults(page, ours)),
  ];
}

/** Where Backstage keeps it; what is opened next is in that language. */
async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate(
    spoken => localStorage.setItem('language', spoken),
    language,
  );
}
