import {
  ClusterResource,
  clusterResources,
} from '../../clusters/clusterResources';
import { UnreadableObject } from '../../clusters/unreadableObjects';
import { NamedWorkload } from './namedWorkloads';

/** In a sentence that a workload is there and cannot be read. */
export function unreadableWorkload(
  { kind, name, namespace }: NamedWorkload,
  why: string,
): string {
  return `${kind} ${name} in namespace ${namespace} is not shown, because it cannot be read: ${why}`;
}

/**
 * In a sentence that some of what a namespace has cannot be read. Whose they are cannot be read either, so they are not
 * named to those who may see only some of the namespace's workloads.
 */
export function unreadableOwned(
  resource: ClusterResource,
  namespace: string,
  unreadable: UnreadableObject[],
): string[] {
  return unreadable.length > 0
    ? [
        `${unreadable.length} of the ${clusterResources[resource].title} in namespace ${namespace} cannot be read and are left out, for instance because of ${unreadable[0].why}`,
      ]
    : [];
}
