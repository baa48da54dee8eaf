import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sandbox } from '@progressive-delivery/sandbox';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { catalogWith } from './catalogWith';

const OVERLAY = 'argocd/applications/agents';
const OWNER = 'group:default/platform';

/** What its tab is found by in the catalog, and what calls its only target. */
export const overlayComponent = {
  entity: 'component/default/agents-overlay',
  title: 'Agents, by their overlay',
  target: OVERLAY,
};

/** The same, in a cluster that each user signs in at. */
export const signInComponent = {
  entity: 'component/default/agents-sign-in',
  /** Carries the user's token for that cluster. */
  header: 'Backstage-Kubernetes-Authorization-oidc-okta',
};

const SIGN_IN_CLUSTER = 'sandbox-sign-in';

const clusterSchema = z
  .object({
    url: z.string(),
    caData: z.string(),
    serviceAccountToken: z.string(),
  })
  .passthrough();
const appConfigSchema = z.object({
  kubernetes: z.object({
    clusterLocatorMethods: z.tuple([
      z.object({ clusters: z.tuple([clusterSchema]) }),
    ]),
  }),
});

/**
 * Components whose Argo CD cannot be read: they name the overlay of production, and a rule allows that.
 *
 * @returns the configuration file that adds them
 */
export async function writeOverlayComponents(
  directory: string,
  sandbox: Sandbox,
): Promise<string> {
  const folder = join(directory, 'overlay-component');
  await mkdir(folder, { recursive: true });
  const { gitea } = sandbox;
  const repository = `${gitea.url}/${gitea.repository}`;
  const entities = join(folder, 'entities.yaml');
  const component = (name: string, title: string, cluster: string) =>
    // JSON is YAML.
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        title,
        annotations: {
          // With its tab, that of progressive delivery is found where it is for all others.
          'backstage.io/kubernetes-id': 'agents-controllers',
          'progressive-delivery/overlay': `url:${repository}/src/branch/main/${OVERLAY}`,
          'backstage.io/kubernetes-cluster': cluster,
          'backstage.io/kubernetes-namespace': 'agents',
        },
      },
      spec: { type: 'service', lifecycle: 'experimental', owner: OWNER },
    });
  await writeFile(
    entities,
    [
      component('agents-overlay', overlayComponent.title, 'sandbox'),
      component('agents-sign-in', 'Agents, signed in', SIGN_IN_CLUSTER),
    ].join('\n---\n'),
  );
  const config = join(folder, 'app-config.yaml');
  await writeFile(
    config,
    JSON.stringify({
      catalog: await catalogWith(entities),
      kubernetes: {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: await withSignInCluster(sandbox),
          },
        ],
      },
      progressiveDelivery: {
        // Nothing new in Git is seen in this story but what its webhook tells of.
        revisionCacheSeconds: 3_600,
        allow: [
          {
            entities: [
              'component:default/agents-overlay',
              'component:default/agents-sign-in',
            ],
            projects: ['*'],
            repositories: [`${repository}*`],
            clusters: ['sandbox', SIGN_IN_CLUSTER],
            namespaces: ['agents'],
          },
        ],
      },
    }),
  );
  return config;
}

/** As the sandbox hands its cluster to Backstage. */
export async function sandboxCluster({ appConfig }: Sandbox) {
  const text = await readFile(appConfig, 'utf8');
  const { clusterLocatorMethods } = appConfigSchema.parse(
    parse(text),
  ).kubernetes;
  return clusterLocatorMethods[0].clusters[0];
}

/** The sandbox's cluster, and once more as one that has no credentials but the user's. */
async function withSignInCluster(sandbox: Sandbox): Promise<unknown[]> {
  const cluster = await sandboxCluster(sandbox);
  return [
    cluster,
    {
      name: SIGN_IN_CLUSTER,
      url: cluster.url,
      caData: cluster.caData,
      authProvider: 'oidc',
      oidcTokenProvider: 'okta',
    },
  ];
}
