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
  /** `because` leads over to the commands. */
  | { state: 'refused'; because: string };

/** Who may act on the Rollouts of a target. */
export function useAuthority(
  target: DeliveryTargetSummary,
): (rollout: RolloutStatus) => Authority {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const permission = useEntityPermission(rolloutUpdatePermission);
  const refused = (because: string): Authority => ({
    state: 'refused',
    because,
  });
  return rollout => {
    if (permission.loading) {
      return { state: 'loading' };
    }
    if (target.enabled?.actions === false) {
      return refused(t('actions.switchedOff'));
    }
    const ownership = ownershipOf(rollout, target);
    switch (ownership.state) {
      case 'owned':
        return permission.allowed
          ? { state: 'given' }
          : refused(t('actions.notPermitted'));
      case 'other':
        return refused(
          t('actions.notOwned', {
            switch: ownership.switch ?? t('actions.unknownSwitch'),
          }),
        );
      case 'unproven':
        return refused(t('actions.noApplication'));
      case 'pending':
        return refused(t('actions.ownershipPending'));
      default:
        return ownership satisfies never;
    }
  };
}
