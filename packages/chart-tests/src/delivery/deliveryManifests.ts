import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { examples } from '../examples';

const applicationSpecSchema = z.object({
  spec: z.object({ syncPolicy: z.unknown(), ignoreDifferences: z.unknown() }),
});

/** How the example's Applications are synced. */
function exampleSync() {
  const { spec } = applicationSpecSchema.parse(
    parse(readFileSync(join(examples.staging, 'application.yaml'), 'utf8')),
  );
  return spec;
}

/** What has Argo CD deliver the chart of a repository into a namespace of the delivery's own. */
export function deliveryManifests(options: {
  /** Of all of it. */
  name: string;
  repository: { url: string; username: string; token: string };
  /** The cluster to deliver to. */
  server: string;
}): object[] {
  const { name, repository, server } = options;
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name,
        namespace: 'argocd',
        labels: { 'argocd.argoproj.io/secret-type': 'repository' },
      },
      stringData: {
        type: 'git',
        url: repository.url,
        username: repository.username,
        password: repository.token,
        forceHttpBasicAuth: 'true',
      },
    },
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name,
        namespace: 'argocd',
        finalizers: ['resources-finalizer.argocd.argoproj.io/background'],
      },
      spec: {
        ...exampleSync(),
        project: 'default',
        source: {
          repoURL: repository.url,
          targetRevision: 'main',
          path: 'charts/agents',
          helm: {
            releaseName: 'agents',
            valueFiles: ['/values.yaml'],
            skipCrds: true,
          },
        },
        destination: { server, namespace: name },
      },
    },
  ];
}
