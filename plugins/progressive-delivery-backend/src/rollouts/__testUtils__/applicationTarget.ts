import {
  applicationSchema,
  ApplicationTarget,
} from '@progressive-delivery/engine';

/** A resource that an Application names; by default in the destination's namespace and applied. */
export interface NamedResource {
  group?: string;
  kind: string;
  name: string;
  namespace?: string;
  status?: string;
  requiresPruning?: boolean;
}

export const namedDeployment = {
  group: 'apps',
  kind: 'Deployment',
  name: 'web',
};
export const namedRollout = {
  group: 'argoproj.io',
  kind: 'Rollout',
  name: 'web',
};

/** A target of cluster `main` in namespace `shop`, whose Application names these resources. */
export function applicationTarget(
  name: string,
  ...resources: NamedResource[]
): ApplicationTarget {
  return {
    kind: 'application',
    id: `main.argocd.${name}`,
    title: name,
    sources: [],
    destination: { cluster: 'main', namespace: 'shop' },
    argocd: 'main',
    instanceName: name,
    kustomizeBuildOptions: ['--enable-helm'],
    application: applicationSchema.parse({
      metadata: { name, namespace: 'argocd' },
      spec: { destination: { name: 'main', namespace: 'shop' } },
      status: {
        resources: resources.map(resource => ({
          namespace: 'shop',
          status: 'Synced',
          ...resource,
        })),
      },
    }),
  };
}
