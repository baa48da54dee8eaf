import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EndpointRecorder,
  freePorts,
  Sandbox,
} from '@progressive-delivery/sandbox';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { folders } from './folders';
import { Guard } from './Guard';
import { launchBrowser } from './launchBrowser';
import { Backstage, startBackstage } from './startBackstage';

declare global {
  // Set by StoryEnvironment.js, which has no other way to tell.
  // eslint-disable-next-line no-var
  var failedStep: string | undefined;
}

/** A large laptop's window. */
const VIEWPORT = { width: 1440, height: 900 };

/** Pixels below what a picture shows. */
const MARGIN = 12;

type Configure = (directory: string, sandbox: Sandbox) => Promise<string>;

/** So long a person waits for what they look for; longer waits are `eventually`'s. */
const ACTION_MILLISECONDS = 60_000;

/**
 * What a story takes place in: a sandbox, a Backstage that is connected to it, and a browser. All of it is the story's
 * own, on free ports and in a folder of its own, and ends with the story.
 */
export class Scene {
  /**
   * @param name - of the story, for the folder `.artifacts/e2e/<name>`
   * @param configure - writes a further configuration file for Backstage into a directory, and tells its path
   */
  static async open(name: string, configure?: Configure): Promise<Scene> {
    const directory = await mkdtemp(join(tmpdir(), `pd-e2e-${name}-`));
    const scene = new Scene(join(folders.artifacts, name), directory);
    try {
      await scene.start(configure);
      return scene;
    } catch (error) {
      await scene.keepSandboxLogs();
      await scene.close();
      throw error;
    }
  }

  /** What went wrong on Backstage's pages without anybody seeing it. */
  readonly pageErrors: string[] = [];

  private configs: string[] = [];
  private readonly sandboxDirectory: string;
  private readonly guard: Guard;
  private readonly endings: (() => unknown)[] = [];
  private readonly console: string[] = [];
  private started:
    | {
        sandbox: Sandbox;
        backstage: Backstage;
        chromium: Browser;
        page: Page;
      }
    | undefined;

  private constructor(
    /** Pictures, and the logs of what failed. */
    readonly artifacts: string,
    private readonly directory: string,
  ) {
    this.sandboxDirectory = join(directory, 'sandbox');
    this.guard = Guard.start({ directory, sandbox: this.sandboxDirectory });
  }

  get sandbox(): Sandbox {
    return this.parts.sandbox;
  }

  get backstage(): Backstage {
    return this.parts.backstage;
  }

  /** The window in which the person works. */
  get page(): Page {
    return this.parts.page;
  }

  /** Counts the ready endpoints of a Service from now on. */
  async recordEndpoints(
    namespace: string,
    service: string,
  ): Promise<EndpointRecorder> {
    const recorder = await EndpointRecorder.start({
      sandbox: this.sandbox,
      namespace,
      service,
    });
    this.guard.watch(recorder.pid);
    this.endings.push(() => recorder.stop());
    return recorder;
  }

  /** Takes a picture for people to look at: of the whole page, or of what a dialog lies over. */
  async takePicture(name: string, page: Page = this.page): Promise<void> {
    const hasDialog = await page.getByRole('dialog').isVisible();
    await page.screenshot({
      path: join(this.artifacts, `${name}.png`),
      fullPage: !hasDialog,
      animations: 'disabled',
    });
  }

  /** A second window, of somebody who likes it dark: a window whose theme is changed begins anew. */
  async openDarkWindow(): Promise<Page> {
    const { chromium, backstage } = this.parts;
    const browser = await this.newBrowser(chromium, {
      colorScheme: 'dark',
      url: backstage.url,
    });
    return browser.newPage();
  }

  /** A Backstage beside the first one, configured otherwise, and the window of somebody who uses it. */
  async openAnotherBackstage(
    name: string,
    config: object,
  ): Promise<{ backstage: Backstage; page: Page }> {
    const directory = join(this.directory, name);
    await mkdir(directory, { recursive: true });
    const file = join(directory, 'app-config.yaml');
    // JSON is YAML.
    await writeFile(file, JSON.stringify(config));
    const [port] = await freePorts(1);
    const backstage = await startBackstage({
      port,
      configs: [...this.configs, file],
      directory,
      log: join(this.artifacts, `backstage-${name}.log`),
      onStart: pid => this.guard.watch(pid),
    });
    this.endings.push(() => backstage.stop());
    const browser = await this.newBrowser(this.parts.chromium, {
      colorScheme: 'light',
      url: backstage.url,
    });
    return { backstage, page: await browser.newPage() };
  }

  /**
   * Takes the picture that `docs` shows. It replaces the committed one only when `PD_UPDATE_SCREENSHOT` is 1: no two are
   * the same to the last bit.
   */
  async takePictureForDocs(file: string, subject: Locator): Promise<void> {
    const box = await subject.boundingBox();
    if (!box) {
      throw new Error(`There is nothing to show in ${file}`);
    }
    // From the top of the page to where its subject ends.
    const height = Math.ceil(box.y + box.height + MARGIN);
    await this.page.setViewportSize({ ...VIEWPORT, height });
    await this.page.screenshot({
      path: join(this.picturesForDocs, file),
      animations: 'disabled',
    });
    await this.page.setViewportSize(VIEWPORT);
  }

  /** The same of its subject alone. */
  async takeDetailForDocs(file: string, subject: Locator): Promise<void> {
    await subject.screenshot({
      path: join(this.picturesForDocs, file),
      animations: 'disabled',
    });
  }

  private get picturesForDocs(): string {
    return process.env.PD_UPDATE_SCREENSHOT === '1'
      ? join(folders.repository, 'docs')
      : this.artifacts;
  }

  /** After each step: keeps what tells why it failed, if it did. */
  async keepEvidence(): Promise<void> {
    const { failedStep } = globalThis;
    if (failedStep === undefined || !this.started) {
      return;
    }
    const name = `failed-${failedStep.replace(/\W+/g, '-')}`;
    const pages = this.started.chromium
      .contexts()
      .flatMap(browser => browser.pages());
    for (const [index, page] of pages.entries()) {
      await page.screenshot({
        path: join(this.artifacts, `${name}-${index + 1}.png`),
        fullPage: true,
      });
    }
    await writeFile(
      join(this.artifacts, 'browser-console.log'),
      this.console.join('\n'),
    );
    await this.keepSandboxLogs();
  }

  /** Ends all that the scene has started. */
  async close(): Promise<void> {
    const errors: unknown[] = [];
    for (const end of this.endings.splice(0).reverse()) {
      try {
        await end();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) {
      this.guard.endAll();
      throw new AggregateError(errors, 'Not everything ended as it should');
    }
    await rm(this.directory, { recursive: true, force: true });
    this.guard.dismiss();
  }

  private get parts() {
    if (!this.started) {
      throw new Error('The scene is not open');
    }
    return this.started;
  }

  private async start(configure?: Configure): Promise<void> {
    await rm(this.artifacts, { recursive: true, force: true });
    await mkdir(this.artifacts, { recursive: true });
    const [port] = await freePorts(1);
    const sandbox = await Sandbox.start({
      directory: this.sandboxDirectory,
      backstage: `http://127.0.0.1:${port}`,
    });
    this.endings.push(() => sandbox.stop());
    this.configs = [
      sandbox.appConfig,
      ...(configure ? [await configure(this.directory, sandbox)] : []),
    ];
    const backstage = await startBackstage({
      port,
      configs: this.configs,
      directory: this.directory,
      log: join(this.artifacts, 'backstage.log'),
      onStart: pid => this.guard.watch(pid),
    });
    this.endings.push(() => backstage.stop());
    const chromium = await launchBrowser();
    this.endings.push(() => chromium.close());
    const browser = await this.newBrowser(chromium, {
      colorScheme: 'light',
      url: backstage.url,
    });
    const page = await browser.newPage();
    this.started = { sandbox, backstage, chromium, page };
  }

  private async newBrowser(
    chromium: Browser,
    { colorScheme, url }: { colorScheme: 'light' | 'dark'; url: string },
  ): Promise<BrowserContext> {
    const browser = await chromium.newContext({
      locale: 'en-US',
      colorScheme,
      viewport: VIEWPORT,
      deviceScaleFactor: 1,
    });
    browser.setDefaultTimeout(ACTION_MILLISECONDS);
    browser.on('console', message =>
      this.console.push(`${message.type()}: ${message.text()}`),
    );
    browser.on('weberror', webError => {
      // Gitea's pages come without their scripts here, and say so.
      if (webError.page()?.url().startsWith(url)) {
        this.pageErrors.push(String(webError.error().stack));
      }
    });
    return browser;
  }

  private async keepSandboxLogs(): Promise<void> {
    await cp(
      join(this.sandboxDirectory, 'logs'),
      join(this.artifacts, 'sandbox'),
      { recursive: true, force: true },
    ).catch(() => undefined);
  }
}
