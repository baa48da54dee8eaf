import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RolloutStatus,
  RolloutStep,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { approximatePods } from './approximatePods';

/** Says what a step of a canary does to its pods and its traffic. */
export function useStepEffect(): (
  step: RolloutStep,
  rollout: Pick<RolloutStatus, 'replicas' | 'trafficRouters'>,
) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return useCallback(
    (
      { description: { id, parameters } },
      { replicas, trafficRouters = [] },
    ) => {
      const weighed = (weight: number) => {
        const { desired } = replicas;
        if (trafficRouters.length > 0) {
          const count = Math.ceil((desired * weight) / 100);
          return t('effects.stepTraffic', { weight, count });
        }
        return desired === 1 && weight > 0 && weight < 100
          ? t('effects.stepOnlyPod')
          : t('effects.stepPods', {
              pods: approximatePods(desired, weight),
              count: desired,
            });
      };
      switch (id) {
        case 'setWeight':
          return 'weight' in parameters && typeof parameters.weight === 'number'
            ? weighed(parameters.weight)
            : t('effects.stepUnknown');
        case 'pause':
        case 'pauseFor':
        case 'analysis':
        case 'empty':
          return t('effects.stepNothing');
        case 'setCanaryScale':
        case 'scaleToWeight':
        case 'scaleToTraffic':
        case 'scaleToReplicas':
          return t('effects.stepScale');
        case 'setHeaderRoute':
        case 'removeHeaderRoute':
        case 'setMirrorRoute':
        case 'setMirrorRouteShare':
        case 'removeMirrorRoute':
          return t('effects.stepRoute');
        case 'experiment':
        case 'experimentFor':
          return t('effects.stepExperiment');
        default:
          // Plugins, and what a later version has brought.
          return t('effects.stepUnknown');
      }
    },
    [t],
  );
}
