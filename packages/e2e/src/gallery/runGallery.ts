import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@progressive-delivery/sandbox';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { signInAsGuest } from '../person/signInAsGuest';
import { catalogWith } from '../scene/catalogWith';
import { folders } from '../scene/folders';
import { Guard } from '../scene/Guard';
import { launchBrowser } from '../scene/launchBrowser';
import { startBackstage } from '../scene/startBackstage';
import { GalleryState } from './GalleryState';
import { galleryStates } from './galleryStates';
import { Gallery } from './look/Gallery';
import { WireServer } from './WireServer';

const authorizeSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      permission: z.object({ name: z.string() }),
    }),
  ),
});

const committedSchema = z.object({
  app: z.object({ extensions: z.array(z.unknown()) }),
});

/** The tab is offered to components without annotations, too. */
const TAB_OF_ALL = {
  'entity-content:progressive-delivery': {
    config: { filter: { kind: 'component' } },
  },
};

/**
 * Shows each state in the reference installation's app and takes pictures of it. Sign-in, catalog and permissions are
 * Backstage's own; what our backend would say is answered from the states, over HTTP.
 *
 * @param wanted - ids of states, or parts of them; all where there is none
 * @returns whether nothing is wrong with any
 */
export async function runGallery(
  wanted: readonly string[],
  log: (line: string) => void,
): Promise<boolean> {
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const states = (await galleryStates()).filter(
      ({ id }) => wanted.length === 0 || wanted.some(part => id.includes(part)),
    );
    const directory = await mkdtemp(join(tmpdir(), 'pd-gallery-'));
    ends.push(() => rm(directory, { recursive: true, force: true }));
    const guard = Guard.start({
      directory,
      sandbox: join(directory, 'sandbox'),
    });
    ends.push(async () => guard.dismiss());
    const wire = await WireServer.start(states);
    ends.push(() => wire.stop());
    const gallery = await Gallery.create(
      join(folders.repository, '.artifacts/gallery'),
    );
    const [port] = await freePorts(1);
    log('starting Backstage');
    const backstage = await startBackstage({
      port,
      configs: [await configOf(states, directory)],
      directory,
      log: gallery.log,
      onStart: pid => guard.watch(pid),
    });
    ends.push(() => backstage.stop());
    const browser = await launchBrowser();
    ends.push(() => browser.close());
    const page = await browser.newPage();
    let current: GalleryState | undefined;
    page.on('domcontentloaded', () => current && wire.show(current));
    await wire.answerFor(page);
    await refusePermissions(page, () => current?.denied ?? []);
    await signInAsGuest(page, backstage.url);
    let isFine = true;
    for (const state of states) {
      current = state;
      const faults = await gallery.look(
        page,
        state,
        `${backstage.url}${pathOf(state)}`,
      );
      isFine &&= faults.length === 0;
      log(
        [
          `${faults.length === 0 ? 'fine ' : 'FAULT'} ${state.id}`,
          ...faults.map(fault => `      ${fault}`),
        ].join('\n'),
      );
    }
    log(`${states.length} states: ${gallery.index}`);
    return isFine;
  } finally {
    for (const end of ends.reverse()) {
      await end();
    }
  }
}

function pathOf({ fleet, id, overview, path }: GalleryState): string {
  if (fleet) {
    return `/progressive-delivery${path ?? ''}`;
  }
  const component = `/catalog/default/component/${id}`;
  return overview
    ? component
    : `${component}/progressive-delivery${path ? `/${path}` : ''}`;
}

/** Over the committed configuration: a component for each state. */
async function configOf(
  states: readonly GalleryState[],
  directory: string,
): Promise<string> {
  const entities = join(directory, 'states.yaml');
  await writeFile(
    entities,
    states
      .map(({ annotations, id, title }) =>
        JSON.stringify({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: id,
            title,
            annotations: annotations ?? { 'argocd/app-name': 'web' },
          },
          spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
        }),
      )
      .join('\n---\n'),
  );
  const { app } = committedSchema.parse(
    parse(await readFile(join(folders.repository, 'app-config.yaml'), 'utf8')),
  );
  const config = join(directory, 'app-config.gallery.yaml');
  await writeFile(
    config,
    JSON.stringify({
      app: { extensions: [...app.extensions, TAB_OF_ALL] },
      catalog: await catalogWith(entities),
    }),
  );
  return config;
}

async function refusePermissions(
  page: Page,
  denied: () => string[],
): Promise<void> {
  await page.route('**/api/permission/authorize', async route => {
    const { items } = authorizeSchema.parse(route.request().postDataJSON());
    await route.fulfill({
      json: {
        items: items.map(({ id, permission: { name } }) => ({
          id,
          result: denied().includes(name) ? 'DENY' : 'ALLOW',
        })),
      },
    });
  });
}
