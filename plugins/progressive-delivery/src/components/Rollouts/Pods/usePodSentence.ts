import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PodStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryTranslationRef } from '../../../translation';

/** Says what there is to know of a pod, restarts only where there were some. */
export function usePodSentence(): (pod: PodStatus) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return useCallback(
    pod => {
      const sentence = t('rollout.pod', {
        name: pod.name,
        status: pod.status,
        ready: pod.ready ? t('rollout.podReady') : t('rollout.podNotReady'),
      });
      return pod.restarts > 0
        ? `${sentence}, ${t('rollout.restarts', { count: pod.restarts })}`
        : sentence;
    },
    [t],
  );
}
