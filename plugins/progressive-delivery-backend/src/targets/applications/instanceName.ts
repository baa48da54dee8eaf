/**
 * What Argo CD calls an Application in tracking ids, file names and the build environment: its name, with its namespace
 * and `_` before it in another namespace than Argo CD's own (argo-cd v3.6 pkg/apis/application/v1alpha1/types.go
 * `Application.InstanceName`).
 */
export function instanceName(
  { name, namespace }: { name: string; namespace: string },
  argocd: { namespace: string },
): string {
  return namespace === argocd.namespace ? name : `${namespace}_${name}`;
}
