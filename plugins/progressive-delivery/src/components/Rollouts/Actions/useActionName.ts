import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RolloutAction,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { isPausedByHand } from '../Commands/isPausedByHand';

/** What an action is called. To promote what is paused by hand unpauses it, whatever else it is. */
export function useActionName(): (
  action: RolloutAction,
  rollout: RolloutStatus,
) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return useCallback(
    (action, rollout) =>
      t(
        `actions.name.${
          action === 'promote' && isPausedByHand(rollout) ? 'unpause' : action
        }`,
      ),
    [t],
  );
}
