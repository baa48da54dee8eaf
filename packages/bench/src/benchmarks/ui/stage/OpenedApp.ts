import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import {
  GalleryState,
  launchBrowser,
  WireServer,
} from '@progressive-delivery/e2e';
import type { CDPSession, Page, Request } from 'playwright-core';
import { BackendProcess } from '../../../backstage/BackendProcess';
import { BenchmarkContext } from '../../../running/Benchmark';
import { changesMessage, PodsState } from './uiStates';
import { countRenderings, Renderings } from './countRenderings';

const STATIC = /\/static\/([^/?]+\.(?:js|css))$/;

/** Milliseconds, so that each change is shown by itself. */
const BETWEEN_CHANGES = 40;

/** Milliseconds in which a file that has come asks for those that it needs. */
const SETTLED = 1_000;

/** Frames in which a list that is scrolled has not grown: it does not grow any more. */
const STILL_FRAMES = 600;

const LANGUAGES = {
  extensions: [
    {
      'api:app/app-language': { config: { availableLanguages: ['en', 'de'] } },
    },
  ],
};

/**
 * The built app in a real browser, served by a real Backstage. What our backend would say is answered over HTTP from
 * states, each of which is a component of that name.
 */
export class OpenedApp {
  static async open(
    { atEnd, directory }: BenchmarkContext,
    states: GalleryState[],
  ): Promise<OpenedApp> {
    const catalog = join(directory, 'components.yaml');
    await writeFile(
      catalog,
      states.map(({ id }) => JSON.stringify(component(id))).join('\n---\n'),
    );
    const languages = join(directory, 'languages.json');
    await writeFile(languages, JSON.stringify({ app: LANGUAGES }));
    const backend = await BackendProcess.start({
      directory,
      configs: [languages],
      components: states.map(({ id }) => id),
      config: {
        catalog: { locations: [{ type: 'file', target: catalog }] },
      },
      app: '@progressive-delivery/bench-app',
    });
    atEnd(() => backend.stop());
    const wire = await WireServer.start(states);
    atEnd(() => wire.stop());
    const browser = await launchBrowser();
    atEnd(() => browser.close());
    const page = await browser.newPage();
    await page.addInitScript(countRenderings);
    await wire.answerFor(page);
    await page.goto(backend.url);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('link', { name: 'Settings' }).waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return new OpenedApp(page, session, wire, backend.url);
  }

  private readonly fetched = new Set<string>();
  private readonly fetching = new Set<Request>();

  private constructor(
    readonly page: Page,
    private readonly session: CDPSession,
    private readonly wire: WireServer,
    private readonly url: string,
  ) {
    const end = (request: Request) => this.fetching.delete(request);
    page.on('request', request => {
      const [, file] = STATIC.exec(new URL(request.url()).pathname) ?? [];
      if (file) {
        this.fetched.add(file);
        this.fetching.add(request);
      }
    });
    page.on('requestfinished', end);
    page.on('requestfailed', end);
  }

  /**
   * @param action - resolves when what it is about is shown
   * @returns files that were fetched for it, and never before
   */
  async fetchedBy(action: () => Promise<unknown>): Promise<string[]> {
    const before = new Set(this.fetched);
    await action();
    await this.untilLoaded();
    return [...this.fetched].filter(file => !before.has(file));
  }

  /** Opens a component's overview and waits for its card. */
  async openOverview({ id }: GalleryState): Promise<void> {
    await this.page.goto(`${this.url}/catalog/default/component/${id}`);
    await this.shows('Progressive delivery');
    await this.untilLoaded();
  }

  /** Opens the overview of a component that has no card of ours. */
  async openOther({ id, shows }: GalleryState): Promise<void> {
    await this.page.goto(`${this.url}/catalog/default/component/${id}`);
    await this.shows(shows);
    await this.untilLoaded();
  }

  /** Opens a component's tab by its address, as a link does. */
  async followLinkTo({ id, shows }: GalleryState): Promise<void> {
    await this.page.goto(
      `${this.url}/catalog/default/component/${id}/progressive-delivery`,
    );
    await this.shows(shows);
  }

  /** Goes from a component's overview to its tab. */
  async openTab({ shows }: GalleryState): Promise<void> {
    await this.page
      .getByRole('link', { name: 'Progressive delivery', exact: true })
      // The sidebar has one to the page of all components, and the card, below, two to the tab.
      .and(this.page.locator('[href^="/catalog/"]'))
      .first()
      .click();
    await this.page.waitForURL('**/catalog/**/progressive-delivery');
    await this.shows(shows);
  }

  /** Opens the preview of a state's only switch. */
  async openPreview(state: GalleryState): Promise<void> {
    await this.openOverview(state);
    await this.openTab(state);
    await this.page
      .getByRole('link', { name: /^Preview as a / })
      .first()
      .click();
    await this.shows('becomes a');
  }

  /** Shows a preview's documents, of which the first is unfolded, as diffs. */
  async openDiff(): Promise<void> {
    await this.page.getByRole('button', { name: 'Unified diff' }).click();
    await this.page
      .getByRole('table', { name: /^Changes to / })
      .first()
      .waitFor();
  }

  /** Scrolls through a preview's documents, in each frame to the end of the list, until it shows so many of them. */
  async scrollTo(documents: number): Promise<void> {
    await this.page.evaluate(
      async ({ wanted, most }) => {
        const shown = document.getElementsByClassName('MuiAccordion-root');
        let [before, still] = [0, 0];
        while (shown.length < wanted) {
          still = shown.length === before ? still + 1 : 0;
          if (still > most) {
            throw new Error(`The list stays at ${before} of ${wanted}`);
          }
          before = shown.length;
          shown[before - 1].scrollIntoView({ block: 'end' });
          await new Promise(requestAnimationFrame);
        }
      },
      { wanted: documents, most: STILL_FRAMES },
    );
  }

  /** Opens the page of all components of a state. */
  async openFleet(state: GalleryState): Promise<void> {
    this.wire.show(state);
    await this.page.goto(`${this.url}/progressive-delivery`);
    await this.shows(state.shows);
    await this.untilLoaded();
  }

  /** Goes to the second page of all components and back, so often. */
  async turnFleetPages(times: number): Promise<void> {
    const turn = async (to: 'Next page' | 'Previous page', first: string) => {
      await this.page.getByRole('button', { name: to }).click();
      await this.page
        .getByRole('rowheader', { name: first, exact: true })
        .waitFor();
    };
    for (let time = 0; time < times; time++) {
      await turn('Next page', 'component-50');
      await turn('Previous page', 'component-0');
    }
  }

  async shows(text: string | RegExp): Promise<void> {
    await this.page
      .locator('main')
      .getByText(text)
      .filter({ visible: true })
      .first()
      .waitFor();
  }

  /** Opens the page anew in another language. */
  async speak(language: string): Promise<void> {
    await this.page.evaluate(
      spoken => localStorage.setItem('language', spoken),
      language,
    );
    await this.page.reload();
    await this.untilLoaded();
  }

  /** Seconds that the page's main thread has been busy since it was opened. */
  async busySeconds(): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    const duration = metrics.find(({ name }) => name === 'TaskDuration');
    if (!duration) {
      throw new Error('The browser does not tell how long tasks took');
    }
    return duration.value;
  }

  /** Bytes of JavaScript that are in use after a garbage collection. */
  async heap(): Promise<number> {
    await this.session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.session.send('Runtime.getHeapUsage');
    return usedSize;
  }

  /** Resolves when no file is on its way, and what has come has asked for no other one. */
  private async untilLoaded(): Promise<void> {
    let known: number;
    do {
      known = this.fetched.size;
      await sleep(SETTLED);
    } while (this.fetching.size > 0 || this.fetched.size > known);
  }

  /** Tells the page of changes, one after the other, and waits until it shows the last. */
  async change(
    { changed, target }: PodsState,
    { first, last }: { first: number; last: number },
  ): Promise<void> {
    for (let changes = first; changes <= last; changes++) {
      this.wire.tell({ type: 'workload', target, status: changed(changes) });
      await sleep(BETWEEN_CHANGES);
    }
    await this.shows(changesMessage(last));
  }

  /** How often components were rendered since the page was opened. */
  async renderings(): Promise<number> {
    return this.page.evaluate(
      () => (window as unknown as Renderings).renderings,
    );
  }
}

function component(name: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations: { 'argocd/app-name': 'web' } },
    spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
  };
}
