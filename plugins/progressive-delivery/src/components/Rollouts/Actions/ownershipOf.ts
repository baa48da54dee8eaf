import {
  DeliveryTargetSummary,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** Whether a Rollout is the entity's to act on, as far as it is known; the backend has the last word. */
export type Ownership =
  | { state: 'owned' }
  /** `switch` moves it, and another entity owns that. */
  | { state: 'other'; switch: string }
  /** No switch moves it, and this entity does not own all of them. */
  | { state: 'shared' }
  /** No Argo CD Application shows whose it is. */
  | { state: 'unproven' }
  /** Git is still being rendered, which tells what moves it. */
  | { state: 'pending' };

/** An entity that owns a switch may act on the workloads that this switch moves only. */
export function ownershipOf(
  { namespace, name }: Pick<RolloutStatus, 'namespace' | 'name'>,
  {
    application,
    rendering,
    switches,
    workloads,
  }: Pick<
    DeliveryTargetSummary,
    'application' | 'rendering' | 'switches' | 'workloads'
  >,
): Ownership {
  if (!application) {
    return { state: 'unproven' };
  }
  const id = workloads.find(
    workload => workload.namespace === namespace && workload.name === name,
  )?.switch;
  const moving = switches.filter(each => each.id === id);
  // Of a workload that no switch moves, only who owns all of them may dispose.
  const deciding = moving.length > 0 ? moving : switches;
  if (deciding.every(({ owned }) => owned)) {
    return { state: 'owned' };
  }
  if (id !== undefined) {
    return { state: 'other', switch: id };
  }
  return { state: rendering?.state === 'pending' ? 'pending' : 'shared' };
}
