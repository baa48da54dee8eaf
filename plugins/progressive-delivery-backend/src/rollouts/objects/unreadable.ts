import {
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  ClusterResource,
  clusterResources,
} from '../../clusters/clusterResources';
import { UnreadableObject } from '../../clusters/unreadableObjects';
import { NamedWorkload } from './namedWorkloads';

/** A workload is there and cannot be read. */
export function unreadableWorkload(
  { kind, name, namespace }: NamedWorkload,
  why: string,
): Problem {
  return toMessage('problem', {
    id: 'workloadUnreadable',
    parameters: { kind, name, namespace, message: why },
  });
}

/**
 * Some of what a namespace has cannot be read. Whose they are cannot be read either, so they are not
 * named to those who may see only some of the namespace's workloads.
 */
export function unreadableOwned(
  resource: ClusterResource,
  namespace: string,
  unreadable: UnreadableObject[],
): Problem[] {
  return unreadable.length > 0
    ? [
        toMessage('problem', {
          id: 'objectsUnreadable',
          parameters: {
            resource: clusterResources[resource].title,
            namespace,
            amount: unreadable.length,
            message: unreadable[0].why,
          },
        }),
      ]
    : [];
}
