import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPermission } from '@backstage/plugin-catalog-react/alpha';
import {
  DeliveryTargetSummary,
  RolloutStatus,
  rolloutUpdatePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { ownershipOf } from './ownershipOf';

/** Whether whoever looks at a Rollout may act on it here, as far as it is known; the backend has the last word. */
export type Authority =
  | { state: 'loading' }
  | { state: 'given' }
  /** `because` leads over to the commands of one Rollout; `ofSeveral` says the same of all that it is so of. */
  | { state: 'refused'; because: string; ofSeveral: string };

/** Who may act on the Rollouts of a target. */
export function useAuthority(
  target: DeliveryTargetSummary,
): (rollout: RolloutStatus) => Authority {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const permission = useEntityPermission(rolloutUpdatePermission);
  return rollout => {
    if (permission.loading) {
      return { state: 'loading' };
    }
    if (target.enabled?.actions === false) {
      return {
        state: 'refused',
        because: t('actions.switchedOff'),
        ofSeveral: t('actions.ofSeveral.switchedOff'),
      };
    }
    const ownership = ownershipOf(rollout, target);
    switch (ownership.state) {
      case 'owned':
        return permission.allowed
          ? { state: 'given' }
          : {
              state: 'refused',
              because: t('actions.notPermitted'),
              ofSeveral: t('actions.ofSeveral.notPermitted'),
            };
      case 'other': {
        const owned = { switch: ownership.switch };
        return {
          state: 'refused',
          because: t('actions.notOwned', owned),
          ofSeveral: t('actions.ofSeveral.notOwned', owned),
        };
      }
      case 'shared':
        return {
          state: 'refused',
          because: t('actions.noSwitch'),
          ofSeveral: t('actions.ofSeveral.noSwitch'),
        };
      case 'unproven':
        return {
          state: 'refused',
          because: t('actions.noApplication'),
          ofSeveral: t('actions.ofSeveral.noApplication'),
        };
      case 'pending':
        return {
          state: 'refused',
          because: t('actions.ownershipPending'),
          ofSeveral: t('actions.ofSeveral.ownershipPending'),
        };
      default:
        return ownership satisfies never;
    }
  };
}
