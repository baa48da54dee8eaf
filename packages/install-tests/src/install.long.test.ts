import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Guard, launchBrowser } from '@progressive-delivery/e2e';
import { Sandbox } from '@progressive-delivery/sandbox';
import type { Browser } from 'playwright-core';
import { Frontend, InstalledApp } from './app/InstalledApp';
import { lookAround } from './app/lookAround';
import { lockedVersions } from './app/lockedVersions';
import { proposeSwitch } from './app/proposeSwitch';
import { warnOfCanary } from './app/warnOfCanary';
import { folders } from './folders';
import { PackageRegistry } from './registry/PackageRegistry';
import { packPackages } from './registry/packPackages';

/** Milliseconds in which all packages are built and packed, on a machine that does other things as well. */
const PACKING = 2_400_000;

/** The command of a Node 24, from `yarn test:long install`. */
const node24 = process.env.PD_NODE_24;

describe('The packed packages', () => {
  let directory: string;
  let registry: PackageRegistry;
  let browser: Browser;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pd-install-'));
    await mkdir(folders.artifacts, { recursive: true });
    registry = await PackageRegistry.start(
      await packPackages(join(directory, 'packages')),
    );
    browser = await launchBrowser();
  }, PACKING);
  afterAll(async () => {
    await browser?.close();
    await registry?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  describe.each([
    { release: '1.55', major: 22 },
    { release: '1.57', major: 22 },
    { release: '1.57', major: 24, node: node24 },
  ])('in a Backstage $release with Node $major', ({ major, node, release }) => {
    const installation = `${release}-node-${major}`;
    let guard: Guard;
    let sandbox: Sandbox;
    let app: InstalledApp;
    let before: Map<string, string[]>;

    beforeAll(async () => {
      const own = join(directory, installation);
      const sandboxDirectory = join(own, 'sandbox');
      guard = Guard.start({ directory: own, sandbox: sandboxDirectory });
      app = await InstalledApp.create({
        release,
        node,
        directory: join(own, 'app'),
        registry: registry.url,
      });
      before = await lockedVersions(app.lockfile);
      await app.followReadmes();
      sandbox = await Sandbox.start({ directory: sandboxDirectory });
    });
    afterAll(async () => {
      await sandbox?.stop();
      guard?.dismiss();
    });

    it('run with the Node that is meant', async () => {
      expect(await app.nodeVersion()).toMatch(`v${major}.`);
    });

    it('add no second copy of what it has', async () => {
      const after = await lockedVersions(app.lockfile);
      const copies = (versions: Map<string, string[]>, names: string[]) =>
        Object.fromEntries(names.map(name => [name, versions.get(name)]));
      const shared = [...before.keys()].filter(
        name => name.startsWith('@backstage/') || name === 'zod',
      );
      // Among them those that had a major release between the two.
      expect(shared).toEqual(
        expect.arrayContaining([
          '@backstage/frontend-plugin-api',
          '@backstage/plugin-catalog-node',
          '@backstage/plugin-catalog-react',
          '@backstage/plugin-events-node',
          '@backstage/plugin-scaffolder-node',
        ]),
      );
      expect(copies(after, shared)).toEqual(copies(before, shared));
    });

    it('have types that fit its own', async () => {
      await expect(app.checkTypes()).resolves.toBeUndefined();
    });

    it.each<[string, Frontend, string]>([
      ['new', 'app', 'agents'],
      ['legacy', 'app-legacy', 'agents-staging'],
    ])(
      'open a pull request from its %s frontend, whose card, list of components and warning are there',
      async (_, frontend, target) => {
        await app.build(frontend);
        const name = join(folders.artifacts, `${installation}-${frontend}`);
        const running = await app.start(frontend, {
          sandboxConfig: sandbox.appConfig,
          log: `${name}.log`,
          onStart: pid => guard.watch(pid),
        });
        const page = await browser.newPage();
        page.setDefaultTimeout(60_000);
        const errors: string[] = [];
        page.on('pageerror', error => errors.push(String(error.stack)));
        try {
          expect(
            await proposeSwitch(page, { target, url: running.url }),
          ).toMatch(/^Pull request #\d+ opened$/);
          expect(await lookAround(page, running.url)).toContain(
            'turns controllers.progressiveDelivery.enabled on',
          );
          expect(await warnOfCanary(page, running.url)).toBe(
            '1 workload is waiting for a decision',
          );
          expect(errors).toEqual([]);
        } finally {
          await page.screenshot({ path: `${name}.png`, fullPage: true });
          await page.close();
          await running.stop();
        }
      },
    );
  });
});
