import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../../translation';

/**
 * Says how many pods a canary has now, and how much traffic where that is routed: what an action moves on, or back.
 * Nothing where there is no canary, or its pods could not be read.
 */
export function useCanaryShare(): (rollout: RolloutStatus) => string[] {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return ({ replicas, revisions, trafficRouters = [], weight }) => {
    const canary = revisions.find(({ role }) => role === 'canary');
    if (!canary) {
      return [];
    }
    const pods = {
      pods: String(canary.desired),
      count: replicas.current,
    };
    const actual = weight?.actual;
    return [
      trafficRouters.length > 0 && actual !== undefined
        ? t('actions.canaryShare', { ...pods, weight: String(actual) })
        : t('actions.canaryPods', pods),
    ];
  };
}
