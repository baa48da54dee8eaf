import {
  RevisionStatus,
  ServiceStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/**
 * Percent of the traffic that a Service of a Rollout gets; absent where nothing tells. Which of ping and pong is the
 * canary's changes with each release: the pods that it selects tell.
 *
 * @param canaryShare - percent of the traffic that is routed to the canary; absent where nothing routes it, or that is
 * not known
 */
export function trafficShare(
  service: ServiceStatus,
  {
    canaryShare,
    revisions,
  }: { canaryShare?: number; revisions: readonly RevisionStatus[] },
): number | undefined {
  if (service.selects === 'missing') {
    return undefined;
  }
  const revision =
    service.selects === 'revision'
      ? revisions.find(({ podHash }) => podHash === service.podHash)
      : undefined;
  const role =
    service.role === 'ping' || service.role === 'pong'
      ? revision?.role
      : service.role;
  switch (role) {
    case 'active':
      return 100;
    case 'canary':
      return canaryShare;
    case 'stable':
      return canaryShare === undefined ? undefined : 100 - canaryShare;
    default:
      return undefined;
  }
}
