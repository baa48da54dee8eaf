import { clusterResources } from './clusterResources';

/** A verb on a resource that the Kubernetes plugin's account needs. */
export interface NeededAccess {
  /** Empty for the core group. */
  group: string;
  resource: string;
  subresource?: string;
  verb: string;
  /** Whether objects of that kind are in namespaces. */
  namespaced: boolean;
  /** Whether it is needed where Argo CD runs only. */
  ofArgoCd: boolean;
}

const IN_NO_NAMESPACE = [
  'clusteranalysistemplates',
  'customresourcedefinitions',
];

const OF_ARGO_CD = ['applications', 'appprojects'];

/** What only acting on Rollouts takes. */
const acting: NeededAccess[] = [
  { verb: 'get' },
  { verb: 'patch' },
  { verb: 'patch', subresource: 'status' },
].map(each => ({
  group: 'argoproj.io',
  resource: 'rollouts',
  namespaced: true,
  ofArgoCd: false,
  ...each,
}));

/** All that is ever asked of a cluster, as the roles in `docs/rbac` grant it. */
export function neededAccess({
  actions,
}: {
  actions: boolean;
}): NeededAccess[] {
  const reading = Object.entries(clusterResources).flatMap(
    ([resource, { path, verbs }]) =>
      verbs
        // Only who acts on a Rollout asks for one.
        .filter(verb => resource !== 'rollouts' || verb !== 'get')
        .map(verb => ({
          group: /^\/apis\/([^/]+)/.exec(path)?.[1] ?? '',
          resource,
          verb,
          namespaced: !IN_NO_NAMESPACE.includes(resource),
          ofArgoCd: OF_ARGO_CD.includes(resource),
        })),
  );
  return actions ? [...reading, ...acting] : reading;
}
