import { InputError } from '@backstage/errors';
import { problemError } from '@progressive-delivery/engine';

/** How a cluster is asked: for one object, for all of a namespace, or for what changes in it. */
export type ClusterVerb = 'get' | 'list' | 'watch';

const everyVerb = ['get', 'list', 'watch'] as const;
const listAndWatch = ['list', 'watch'] as const;

/**
 * All that is ever asked of a cluster: our service credentials see more than a user may, so this list is a limit of
 * its own. Never Secrets or ConfigMaps. Change the roles in `docs/rbac` with it.
 */
export const clusterResources = {
  applications: {
    path: '/apis/argoproj.io/v1alpha1',
    title: 'applications.argoproj.io',
    verbs: everyVerb,
    // Each names all that it has, and may be as large as a thousand pods.
    pageSize: 50,
  },
  appprojects: {
    path: '/apis/argoproj.io/v1alpha1',
    title: 'appprojects.argoproj.io',
    verbs: ['get'],
  },
  rollouts: {
    path: '/apis/argoproj.io/v1alpha1',
    title: 'rollouts.argoproj.io',
    verbs: everyVerb,
  },
  deployments: {
    path: '/apis/apps/v1',
    title: 'deployments.apps',
    verbs: listAndWatch,
  },
  replicasets: {
    path: '/apis/apps/v1',
    title: 'replicasets.apps',
    verbs: listAndWatch,
  },
  pods: { path: '/api/v1', title: 'pods', verbs: listAndWatch },
  analysisruns: {
    path: '/apis/argoproj.io/v1alpha1',
    title: 'analysisruns.argoproj.io',
    verbs: listAndWatch,
  },
  experiments: {
    path: '/apis/argoproj.io/v1alpha1',
    title: 'experiments.argoproj.io',
    verbs: listAndWatch,
  },
  services: { path: '/api/v1', title: 'services', verbs: listAndWatch },
  endpointslices: {
    path: '/apis/discovery.k8s.io/v1',
    title: 'endpointslices.discovery.k8s.io',
    verbs: ['list'],
  },
  events: { path: '/api/v1', title: 'events', verbs: listAndWatch },
  customresourcedefinitions: {
    path: '/apis/apiextensions.k8s.io/v1',
    title: 'customresourcedefinitions.apiextensions.k8s.io',
    verbs: ['get'],
  },
  leases: {
    path: '/apis/coordination.k8s.io/v1',
    title: 'leases.coordination.k8s.io',
    verbs: ['list'],
  },
  horizontalpodautoscalers: {
    path: '/apis/autoscaling/v2',
    title: 'horizontalpodautoscalers.autoscaling',
    verbs: ['list'],
  },
  scaledobjects: {
    path: '/apis/keda.sh/v1alpha1',
    title: 'scaledobjects.keda.sh',
    verbs: ['list'],
  },
  verticalpodautoscalers: {
    path: '/apis/autoscaling.k8s.io/v1',
    title: 'verticalpodautoscalers.autoscaling.k8s.io',
    verbs: ['list'],
  },
  poddisruptionbudgets: {
    path: '/apis/policy/v1',
    title: 'poddisruptionbudgets.policy',
    verbs: ['list'],
  },
  resourcequotas: {
    path: '/api/v1',
    title: 'resourcequotas',
    verbs: ['list'],
  },
  analysistemplates: {
    path: '/apis/argoproj.io/v1alpha1',
    title: 'analysistemplates.argoproj.io',
    verbs: ['list'],
  },
  clusteranalysistemplates: {
    path: '/apis/argoproj.io/v1alpha1',
    title: 'clusteranalysistemplates.argoproj.io',
    verbs: ['list'],
  },
  ingresses: {
    path: '/apis/networking.k8s.io/v1',
    title: 'ingresses.networking.k8s.io',
    verbs: ['list'],
  },
  virtualservices: {
    path: '/apis/networking.istio.io/v1',
    title: 'virtualservices.networking.istio.io',
    verbs: ['list'],
  },
  destinationrules: {
    path: '/apis/networking.istio.io/v1',
    title: 'destinationrules.networking.istio.io',
    verbs: ['list'],
  },
} as const;

/** A kind of object that is asked for with a verb, by its plural; default: with any. */
export type ClusterResource<Verb extends ClusterVerb = ClusterVerb> = {
  [Name in keyof typeof clusterResources]: Verb extends (typeof clusterResources)[Name]['verbs'][number]
    ? Name
    : never;
}[keyof typeof clusterResources];

/** What all these kinds are named by, and namespaces too; above all neither `..` nor anything with a slash. */
const NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/** All objects of a kind in a namespace, or in all of them, as parameters of a problem. */
export function listedObjects(request: {
  cluster: string;
  namespace?: string;
  resource: ClusterResource;
}): { cluster: string; namespace: string; resource: string } {
  const { cluster, namespace = '*', resource } = request;
  return { cluster, namespace, resource: clusterResources[resource].title };
}

/** The same in words. */
export function requestTitle(request: {
  cluster: string;
  namespace?: string;
  resource: ClusterResource;
}): string {
  const { cluster, namespace = '*', resource } = request;
  return `${clusterResources[resource].title} in namespace ${namespace} of cluster ${cluster}`;
}

/**
 * The path of an object's or a list's endpoint at the API server.
 *
 * @throws InputError where a name could lead to another endpoint
 */
export function resourcePath(options: {
  resource: ClusterResource;
  namespace?: string;
  name?: string;
}): string {
  const { resource, namespace, name } = options;
  for (const each of [namespace, name]) {
    if (each !== undefined && !NAME.test(each)) {
      throw problemError(InputError, {
        id: 'nameInvalid',
        parameters: { name: each },
      });
    }
  }
  return [
    clusterResources[resource].path,
    ...(namespace === undefined ? [] : ['namespaces', namespace]),
    resource,
    ...(name === undefined ? [] : [name]),
  ].join('/');
}
