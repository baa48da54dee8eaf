import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFolder, type Sandbox } from '@progressive-delivery/sandbox';
import { catalogWith } from '../scene/catalogWith';
import { folders } from '../scene/folders';

const CHART = join(folders.own, 'src/preparation/__fixtures__/shop');
const NAME = 'shop';

/** The component that has the chart, by its path in the catalog. */
export const shopPath = `default/component/${NAME}`;

/** The folder of the chart in the repository that Argo CD delivers. */
export const shopDirectory = `charts/${NAME}`;

/** Has Argo CD deliver a chart that nobody has prepared for Argo Rollouts. */
export async function deliverShop(sandbox: Sandbox): Promise<void> {
  const { repository, token, url } = sandbox.gitea;
  for (const [path, file] of await readFolder(CHART)) {
    const response = await fetch(
      `${url}/api/v1/repos/${repository}/contents/${shopDirectory}/${path}`,
      {
        method: 'POST',
        headers: {
          authorization: `token ${token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          content: file.toString('base64'),
          message: `Add ${path}`,
        }),
      },
    );
    if (!response.ok) {
      throw new Error(`Gitea does not take ${path}: ${await response.text()}`);
    }
  }
  await sandbox.apply({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: NAME,
      namespace: 'argocd',
      annotations: {
        'progressive-delivery/entities': `component:default/${NAME}`,
      },
    },
    spec: {
      project: 'default',
      source: {
        repoURL: `${url}/${repository}.git`,
        targetRevision: 'main',
        path: shopDirectory,
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: NAME,
      },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['CreateNamespace=true'],
      },
    },
  });
}

/** @returns the configuration file that adds its component */
export async function writeShopComponent(directory: string): Promise<string> {
  const entities = join(directory, 'shop.yaml');
  await writeFile(
    entities,
    // JSON is YAML.
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: NAME, annotations: { 'argocd/app-name': NAME } },
      spec: {
        type: 'service',
        lifecycle: 'experimental',
        owner: 'group:default/platform',
      },
    }),
  );
  const config = join(directory, 'app-config.shop.yaml');
  await writeFile(
    config,
    JSON.stringify({
      catalog: await catalogWith(entities),
    }),
  );
  return config;
}
