import { join } from 'node:path';
import { stringify } from 'yaml';
import type { GiteaConnection } from './gitea/GiteaClient';
import type { Cluster } from './kubernetes/Cluster';
import { writeFileAtomically } from './writeFileAtomically';

/** Where the configuration is that points Backstage at a sandbox. */
export function appConfigFile(directory: string): string {
  return join(directory, 'app-config.yaml');
}

/** What Backstage is started with before the sandbox is up. */
export function writeMinimalAppConfig(directory: string): void {
  writeFileAtomically(
    appConfigFile(directory),
    stringify({ sandbox: { directory } }),
  );
}

/** Hands Backstage the cluster and the Git host through its ordinary configuration. */
export function writeAppConfig(options: {
  directory: string;
  cluster: Cluster;
  gitea: GiteaConnection;
  /** What Gitea signs its webhooks with. */
  webhookSecret: string;
  tools: { helm: string; kustomize: string };
}): void {
  const { directory, cluster, gitea, tools, webhookSecret } = options;
  const { host } = new URL(gitea.url);
  writeFileAtomically(
    appConfigFile(directory),
    stringify({
      sandbox: { directory },
      backend: { reading: { allow: [{ host }] } },
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                name: 'sandbox',
                title: 'Sandbox',
                url: cluster.url,
                authProvider: 'serviceAccount',
                serviceAccountToken: cluster.backstageToken,
                caData: cluster.caData,
              },
            ],
          },
        ],
      },
      integrations: {
        gitea: [
          {
            host,
            baseUrl: gitea.url,
            username: gitea.username,
            password: gitea.token,
          },
        ],
      },
      events: { modules: { github: { webhookSecret } } },
      progressiveDelivery: {
        argocd: [
          {
            name: 'sandbox',
            cluster: 'sandbox',
            namespace: 'argocd',
            repositories: [`${gitea.url}/*`],
          },
        ],
        tools,
      },
    }),
  );
}
