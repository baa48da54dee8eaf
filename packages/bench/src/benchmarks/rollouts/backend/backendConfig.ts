import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ARGOCD } from '../cluster/deliveries';

/** A cluster, as the Kubernetes plugin is told of it. */
export interface BenchCluster {
  url: string;
  /** Base64 of PEM. */
  caData: string;
  /** A token of Backstage's service account. */
  token: string;
}

export async function backendConfig(options: {
  directory: string;
  url: string;
  cluster: BenchCluster;
  components: string[];
}) {
  const { cluster, components, directory, url } = options;
  const catalog = join(directory, 'catalog.yaml');
  await writeFile(
    catalog,
    // JSON is YAML.
    components.map(name => JSON.stringify(component(name))).join('\n---\n'),
  );
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port: Number(new URL(url).port) },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      workingDirectory: directory,
    },
    auth: { environment: 'development', providers: { viewer: {} } },
    permission: { enabled: true },
    catalog: {
      rules: [{ allow: ['Component'] }],
      locations: [{ type: 'file', target: catalog }],
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: 'bench',
              url: cluster.url,
              authProvider: 'serviceAccount',
              serviceAccountToken: cluster.token,
              caData: cluster.caData,
            },
          ],
        },
      ],
    },
    progressiveDelivery: {
      argocd: [{ name: 'bench', cluster: 'bench', namespace: ARGOCD }],
    },
  };
}

function component(name: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations: { 'argocd/app-name': name } },
    spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
  };
}
