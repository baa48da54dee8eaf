import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { nextActions } from './nextActions';
import { Authority } from './useAuthority';

/**
 * Why nobody who looks may act on any of several Rollouts, where that is the same for all whose commands are shown instead.
 *
 * @param authorityOf - of a Rollout
 */
export function commonRefusal(
  rollouts: RolloutStatus[],
  authorityOf: (rollout: RolloutStatus) => Authority,
): string | undefined {
  const authorities = rollouts
    .filter(each => each.kind === 'Rollout' && nextActions(each).length > 0)
    .map(authorityOf);
  const reasons = authorities.map(authority =>
    authority.state === 'refused' ? authority.ofSeveral : undefined,
  );
  return reasons.length > 1 && reasons.every(each => each === reasons[0])
    ? reasons[0]
    : undefined;
}
