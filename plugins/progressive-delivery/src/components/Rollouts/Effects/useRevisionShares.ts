import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { useRevisionName } from './useRevisionName';

/** Says how many pods and how much traffic the revisions of an update have now: what an action moves on, or back. */
export function useRevisionShares(): (rollout: RolloutStatus) => string[] {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const nameOf = useRevisionName();
  const ofCanary = useCallback(
    ({
      replicas,
      revisions,
      trafficRouters = [],
      unread,
      weight,
    }: RolloutStatus): string => {
      const canary = revisions.find(({ role }) => role === 'canary');
      const routed = trafficRouters.length > 0;
      const actual = routed ? weight?.actual : undefined;
      if (!canary) {
        if (!unread.includes('replicaSets')) {
          return t('effects.canaryNone');
        }
        return actual === undefined
          ? t('effects.canaryUnread')
          : t('effects.canaryPodsUnread', { weight: actual });
      }
      const pods = { pods: canary.desired, count: replicas.current };
      if (!routed) {
        return t('effects.canaryPods', pods);
      }
      return actual === undefined
        ? t('effects.canaryWeightUnknown', pods)
        : t('effects.canaryShare', { ...pods, weight: actual });
    },
    [t],
  );
  const ofBlueGreen = useCallback(
    ({ revisions, unread }: RolloutStatus): string[] => {
      if (unread.includes('replicaSets')) {
        return [t('effects.blueGreenUnread')];
      }
      const find = (searched: string) =>
        revisions.find(({ role }) => role === searched);
      const active = find('active');
      const preview = find('preview');
      const stable = find('stable');
      return [
        active
          ? t('effects.active', {
              images: nameOf(active),
              count: active.desired,
            })
          : t('effects.activeNone'),
        preview &&
          t('effects.preview', {
            images: nameOf(preview),
            count: preview.desired,
          }),
        stable &&
          t('effects.previous', {
            images: nameOf(stable),
            count: stable.desired,
          }),
        !preview && !stable && t('effects.previewNone'),
      ].filter(sentence => typeof sentence === 'string');
    },
    [nameOf, t],
  );
  return useCallback(
    rollout =>
      rollout.strategy === 'blueGreen'
        ? ofBlueGreen(rollout)
        : [ofCanary(rollout)],
    [ofBlueGreen, ofCanary],
  );
}
