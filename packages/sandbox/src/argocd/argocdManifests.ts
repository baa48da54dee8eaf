import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { z } from 'zod/v4';
import type { GiteaConnection } from '../gitea/GiteaClient';
import type { SandboxSettings } from '../sandboxSettings';

const manifestSchema = z
  .object({
    kind: z.string(),
    metadata: z.object({ name: z.string() }).passthrough(),
    data: z.record(z.string(), z.string()).optional(),
  })
  .passthrough();

type Manifest = z.infer<typeof manifestSchema>;

/** What `argocd-cm` says beyond Argo CD's own defaults. */
const configuration = {
  'kustomize.buildOptions': '--enable-helm',
  // Pushes come by webhook; this is for those that were missed.
  'timeout.reconciliation': '10s',
  'timeout.reconciliation.jitter': '0s',
};

/** Argo CD's own ConfigMaps and Secret, with what a sandbox sets in them. */
export function argocdManifests(options: {
  /** The folder `manifests/base/config` of Argo CD's module. */
  folder: string;
  settings: SandboxSettings;
}): string {
  const { folder, settings } = options;
  const manifests = readdirSync(folder)
    .filter(name => name.startsWith('argocd-'))
    .flatMap(name =>
      parseAllDocuments(readFileSync(join(folder, name), 'utf8')),
    )
    .map(document => manifestSchema.parse(document.toJS()));
  return stringifyAll([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'argocd' } },
    ...manifests.map(manifest => withSettings(manifest, settings)),
  ]);
}

function withSettings(manifest: Manifest, settings: SandboxSettings): object {
  switch (manifest.metadata.name) {
    case 'argocd-cm':
      return { ...manifest, data: { ...manifest.data, ...configuration } };
    case 'argocd-secret':
      return {
        ...manifest,
        stringData: {
          'server.secretkey': settings.argocdServerKey,
          // Gitea signs its pushes as Gogs does.
          'webhook.gogs.secret': settings.webhookSecret,
        },
      };
    default:
      return manifest;
  }
}

/** The project that Applications are in unless they say otherwise, and the way into the repository. */
export function repositoryManifests(gitea: GiteaConnection): string {
  return stringifyAll([
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: { name: 'default' },
      spec: {
        sourceRepos: ['*'],
        destinations: [{ namespace: '*', server: '*' }],
        clusterResourceWhitelist: [{ group: '*', kind: '*' }],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'repository-gitops',
        labels: { 'argocd.argoproj.io/secret-type': 'repository' },
      },
      stringData: {
        type: 'git',
        url: `${gitea.url}/${gitea.repository}.git`,
        username: gitea.username,
        password: gitea.token,
        // Otherwise credentials go through a socket at a path that all repo-servers of a machine share.
        forceHttpBasicAuth: 'true',
      },
    },
  ]);
}

function stringifyAll(documents: object[]): string {
  return documents.map(document => stringify(document)).join('---\n');
}
