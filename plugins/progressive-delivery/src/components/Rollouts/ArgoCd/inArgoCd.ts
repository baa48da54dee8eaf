import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** The API groups of what runs. */
const GROUPS: Record<RolloutStatus['kind'], string> = {
  Deployment: 'apps',
  Rollout: 'argoproj.io',
};

/** `<group>/<kind>/<namespace>/<name>/<container>`, as addresses of Argo CD have it. */
function nodeOf(
  group: string,
  kind: string,
  { namespace, name }: { namespace: string; name: string },
): string {
  return [group, kind, namespace, name, 0].join('/');
}

/**
 * Where people have a workload in Argo CD: the page of its Application, with the workload opened (`?node=`, argo-cd v3.6
 * ui/src/app/applications/components/application-details/application-details.tsx). Where the Application has no such
 * workload, its page is shown alone.
 *
 * @param application - the address of the Application's page
 */
export function workloadInArgoCd(
  application: string,
  { kind, ...workload }: Pick<RolloutStatus, 'kind' | 'namespace' | 'name'>,
): string {
  const node = nodeOf(GROUPS[kind], kind, workload);
  return `${application}?${new URLSearchParams({ node })}`;
}

/**
 * Where people have the logs of a pod in Argo CD (`&tab=logs`, resource-details.tsx in the same folder); shown to those
 * who may read logs there, to others the pod alone.
 *
 * @param application - the address of the Application's page
 */
export function podLogsInArgoCd(
  application: string,
  pod: { namespace: string; name: string },
): string {
  const node = nodeOf('', 'Pod', pod);
  return `${application}?${new URLSearchParams({ node, tab: 'logs' })}`;
}
