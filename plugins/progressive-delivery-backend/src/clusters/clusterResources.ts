import { InputError } from '@backstage/errors';

/**
 * All that is ever asked of a cluster: our service credentials see more than a user may, so this list is a limit of
 * its own. Never Secrets or ConfigMaps.
 */
export const clusterResources = {
  applications: {
    path: '/apis/argoproj.io/v1alpha1',
    title: 'applications.argoproj.io',
  },
  appprojects: {
    path: '/apis/argoproj.io/v1alpha1',
    title: 'appprojects.argoproj.io',
  },
  rollouts: {
    path: '/apis/argoproj.io/v1alpha1',
    title: 'rollouts.argoproj.io',
  },
  deployments: { path: '/apis/apps/v1', title: 'deployments.apps' },
  replicasets: { path: '/apis/apps/v1', title: 'replicasets.apps' },
  pods: { path: '/api/v1', title: 'pods' },
  analysisruns: {
    path: '/apis/argoproj.io/v1alpha1',
    title: 'analysisruns.argoproj.io',
  },
  experiments: {
    path: '/apis/argoproj.io/v1alpha1',
    title: 'experiments.argoproj.io',
  },
  services: { path: '/api/v1', title: 'services' },
  events: { path: '/api/v1', title: 'events' },
} as const;

/** A kind of object, by its plural. */
export type ClusterResource = keyof typeof clusterResources;

/** What all these kinds are named by, and namespaces too; above all neither `..` nor anything with a slash. */
const NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/** All objects of a kind in a namespace, in words. */
export function requestTitle(request: {
  cluster: string;
  namespace: string;
  resource: ClusterResource;
}): string {
  const { cluster, namespace, resource } = request;
  return `${clusterResources[resource].title} in namespace ${namespace} of cluster ${cluster}`;
}

/**
 * The path of an object's or a list's endpoint at the API server.
 *
 * @throws InputError where a name could lead to another endpoint
 */
export function resourcePath(options: {
  resource: ClusterResource;
  namespace: string;
  name?: string;
}): string {
  const { resource, namespace, name } = options;
  for (const each of name === undefined ? [namespace] : [namespace, name]) {
    if (!NAME.test(each)) {
      throw new InputError(`"${each}" is not a name that Kubernetes gives`);
    }
  }
  return [
    clusterResources[resource].path,
    'namespaces',
    namespace,
    resource,
    ...(name === undefined ? [] : [name]),
  ].join('/');
}
