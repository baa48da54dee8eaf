const ARGO = '/apis/argoproj.io/v1alpha1/namespaces';

/** The collections of a namespace at the API server. */
export const paths = {
  rollouts: (namespace: string) => `${ARGO}/${namespace}/rollouts`,
  replicaSets: (namespace: string) =>
    `/apis/apps/v1/namespaces/${namespace}/replicasets`,
  pods: (namespace: string) => `/api/v1/namespaces/${namespace}/pods`,
  applications: (namespace: string) => `${ARGO}/${namespace}/applications`,
  projects: (namespace: string) => `${ARGO}/${namespace}/appprojects`,
};

/** All that the status of a Rollout is told from. */
export function workloadPaths(namespace: string): string[] {
  return [paths.rollouts, paths.replicaSets, paths.pods].map(path =>
    path(namespace),
  );
}
