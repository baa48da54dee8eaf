import {
  RevisionStatus,
  ServiceStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { RolloutObject } from '../objects/kinds/rolloutObject';
import { ServiceObject } from '../objects/kinds/serviceObject';

/** A Service that a Rollout names, and what for. */
export type NamedService = Pick<ServiceStatus, 'role' | 'name'>;

/** The Services that a Rollout names, whether or not they are there. */
export function namedServices({ spec }: RolloutObject): NamedService[] {
  const { blueGreen, canary } = spec.strategy;
  const named: [NamedService['role'], string | undefined][] = [
    ['stable', canary?.stableService],
    ['canary', canary?.canaryService],
    ['ping', canary?.pingPong?.pingService],
    ['pong', canary?.pingPong?.pongService],
    ['active', blueGreen?.activeService],
    ['preview', blueGreen?.previewService],
  ];
  return named.flatMap(([role, name]) =>
    name === undefined ? [] : [{ role, name }],
  );
}

/** Which pods the Services that a Rollout names select. */
export function serviceStatuses(
  rollout: RolloutObject,
  find: (name: string) => ServiceObject | undefined,
  revisions: RevisionStatus[] | undefined,
): ServiceStatus[] {
  return namedServices(rollout).map(named => {
    const service = find(named.name);
    if (!service) {
      return { ...named, selects: 'missing' };
    }
    const podHash = service.spec.selector?.['rollouts-pod-template-hash'];
    if (podHash === undefined) {
      return { ...named, selects: 'all' };
    }
    return {
      ...named,
      selects: 'revision',
      podHash,
      revision: revisions?.find(each => each.podHash === podHash)?.revision,
    };
  });
}
