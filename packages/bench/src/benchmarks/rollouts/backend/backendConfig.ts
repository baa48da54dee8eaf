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

/** Components that are each delivered by the Application of its name, and the cluster. */
export async function backendConfig(options: {
  directory: string;
  cluster: BenchCluster;
  components: string[];
}) {
  const { cluster, components, directory } = options;
  const catalog = join(directory, 'catalog.yaml');
  await writeFile(
    catalog,
    // JSON is YAML.
    components.map(name => JSON.stringify(component(name))).join('\n---\n'),
  );
  return {
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
