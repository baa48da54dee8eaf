import { KubernetesClient } from './KubernetesClient';
import { paths } from './paths';

/** Where Argo CD's objects are. */
export const ARGOCD = 'argocd';

/** What all Applications need. */
export async function createProject(client: KubernetesClient): Promise<void> {
  await client.create(paths.projects(ARGOCD), {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'default', namespace: ARGOCD },
    spec: {
      sourceRepos: ['https://git.example.com/platform/*'],
      destinations: [{ server: '*', namespace: '*' }],
    },
  });
}

/** The Application of a namespace and a component, both of its name; it delivers these Rollouts. */
export async function createApplication(
  client: KubernetesClient,
  name: string,
  rollouts: string[],
): Promise<void> {
  await client.create(paths.applications(ARGOCD), {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace: ARGOCD,
      annotations: {
        'progressive-delivery/entities': `component:default/${name}`,
      },
    },
    spec: {
      project: 'default',
      source: {
        repoURL: 'https://git.example.com/platform/gitops.git',
        path: name,
        targetRevision: 'main',
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: name,
      },
    },
    status: {
      sync: { status: 'Synced', revision: '0'.repeat(40) },
      health: { status: 'Healthy' },
      resources: rollouts.map(rollout => ({
        group: 'argoproj.io',
        version: 'v1alpha1',
        kind: 'Rollout',
        namespace: name,
        name: rollout,
        status: 'Synced',
      })),
    },
  });
}
