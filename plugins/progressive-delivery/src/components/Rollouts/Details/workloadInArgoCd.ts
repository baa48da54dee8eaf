import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** The API groups of what runs. */
const GROUPS: Record<RolloutStatus['kind'], string> = {
  Deployment: 'apps',
  Rollout: 'argoproj.io',
};

/**
 * Where people have a workload in Argo CD: the page of its Application, with the workload opened, that is
 * `?node=<group>/<kind>/<namespace>/<name>/<container>` (argo-cd v3.6
 * ui/src/app/applications/components/application-details/application-details.tsx). Where the Application has no such
 * workload, its page is shown alone.
 *
 * @param application - the address of the Application's page
 */
export function workloadInArgoCd(
  application: string,
  { kind, namespace, name }: Pick<RolloutStatus, 'kind' | 'namespace' | 'name'>,
): string {
  const node = [GROUPS[kind], kind, namespace, name, 0].join('/');
  return `${application}?${new URLSearchParams({ node })}`;
}
