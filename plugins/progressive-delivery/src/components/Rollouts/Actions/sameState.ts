import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** Whether what can be done to a Rollout, and what it would be done to, is the same. */
export function sameState(one: RolloutStatus, other: RolloutStatus): boolean {
  return stateOf(one) === stateOf(other);
}

function stateOf({ actions, seen }: RolloutStatus): string {
  return JSON.stringify([
    seen?.generation,
    seen?.podHash,
    seen?.stepIndex,
    seen?.abort,
    seen?.paused,
    actions,
  ]);
}
