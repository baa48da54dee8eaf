import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sandbox } from '@progressive-delivery/sandbox';
import { parse } from 'yaml';
import { z } from 'zod';
import { folders } from './folders';

const OVERLAY = 'argocd/applications/agents-staging';
const OWNER = 'group:default/platform';

/** What its tab is found by in the catalog, and what calls its only target. */
export const overlayComponent = {
  title: 'Agents, by their overlay',
  target: OVERLAY,
};

/**
 * A component whose Argo CD cannot be read: it names the overlay of staging, and a rule allows that.
 *
 * @returns the configuration file that adds it
 */
export async function writeOverlayComponent(
  directory: string,
  { gitea }: Sandbox,
): Promise<string> {
  const folder = join(directory, 'overlay-component');
  await mkdir(folder, { recursive: true });
  const repository = `${gitea.url}/${gitea.repository}`;
  const entities = join(folder, 'entities.yaml');
  // JSON is YAML.
  await writeFile(
    entities,
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'agents-overlay',
        title: overlayComponent.title,
        annotations: {
          // With its tab, that of progressive delivery is found where it is for all others.
          'backstage.io/kubernetes-id': 'agents-controllers',
          'progressive-delivery/overlay': `url:${repository}/src/branch/main/${OVERLAY}`,
          'backstage.io/kubernetes-cluster': 'sandbox',
          'backstage.io/kubernetes-namespace': 'agents-staging',
        },
      },
      spec: { type: 'service', lifecycle: 'experimental', owner: OWNER },
    }),
  );
  const config = join(folder, 'app-config.yaml');
  await writeFile(
    config,
    JSON.stringify({
      catalog: {
        // A list of a later configuration file replaces that of an earlier one.
        locations: [
          ...(await committedLocations()),
          { type: 'file', target: entities },
        ],
      },
      progressiveDelivery: {
        allow: [
          {
            owners: [OWNER],
            projects: ['*'],
            repositories: [`${repository}*`],
            namespaces: ['agents-staging'],
          },
        ],
      },
    }),
  );
  return config;
}

async function committedLocations(): Promise<unknown[]> {
  const text = await readFile(
    join(folders.repository, 'app-config.yaml'),
    'utf8',
  );
  return z
    .object({ catalog: z.object({ locations: z.array(z.unknown()) }) })
    .parse(parse(text)).catalog.locations;
}
