// The service is no export of the plugin: over HTTP, signing in and looking the entity up would be measured as well.
/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { ClusterProxy } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/clusters/ClusterProxy';
import { ClusterService } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/clusters/ClusterService';
import { readConfig } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/config';
import { TargetService } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/targets/TargetService';
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { silentLogger } from '../../running/silentLogger';

const PAGES = 40;
const PER_PAGE = 50;

/** What an API server has of Argo CD. */
export interface ArgoCdObjects {
  /** Of each Application. */
  entities: string;
  repoURL: string;
  /** Of the AppProject. */
  sourceRepos: string[];
}

/** The targets of an entity whose selector matches 2,000 Applications of 50 KB each. */
export async function resolveApplications({
  entities,
  repoURL,
  sourceRepos,
}: ArgoCdObjects): Promise<unknown> {
  const resources = Array.from({ length: 400 }, (_, index) => ({
    group: 'apps',
    kind: 'Deployment',
    name: `workload-${index}`,
    namespace: `namespace-${index}`,
    status: 'Synced',
    version: 'v1',
  }));
  const items = JSON.stringify(
    Array.from({ length: PER_PAGE }, (_, index) => ({
      metadata: {
        name: `application-${index}`,
        namespace: 'argocd',
        annotations: { 'progressive-delivery/entities': entities },
      },
      spec: {
        source: { repoURL, path: 'a' },
        destination: { name: 'a', namespace: 'a' },
      },
      status: { resources },
    })),
  );
  const project = JSON.stringify({
    metadata: { name: 'default' },
    spec: { sourceRepos, destinations: [{ name: '*', namespace: '*' }] },
  });
  // As the proxy answers, without a server that would hold up the same event loop.
  const proxy: Pick<ClusterProxy, 'answer'> = {
    answer: async ({ path }) => {
      const url = new URL(path, 'http://localhost');
      const next = Number(url.searchParams.get('continue') ?? 0) + 1;
      return {
        status: 200,
        body: url.pathname.includes('appprojects')
          ? JSON.parse(project)
          : {
              metadata: { continue: next < PAGES ? String(next) : '' },
              items: JSON.parse(items),
            },
        credentials: { of: 'own' },
      };
    },
  };
  const targets = TargetService.create({
    clusters: ClusterService.create({ proxy: proxy as ClusterProxy }),
    config: readConfig(
      new ConfigReader({
        progressiveDelivery: { argocd: [{ name: 'main', cluster: 'hub' }] },
      }),
    ),
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    logger: silentLogger,
  });
  return targets.resolve({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'attacked',
      annotations: { 'argocd/app-selector': 'team=a' },
    },
  });
}
