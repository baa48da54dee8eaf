import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PodStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { useListFormat } from '../../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../../translation';

/** Says what there is to know of a pod, restarts only where there were some, and how old it is where that is given. */
export function usePodSentence(): (pod: PodStatus, age?: string) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { facts } = useListFormat();
  return useCallback(
    ({ name, ready, restarts, status }, age) =>
      t('rollout.pod', {
        name,
        facts: facts([
          status,
          ready ? t('rollout.podReady') : t('rollout.podNotReady'),
          ...(restarts > 0 ? [t('rollout.restarts', { count: restarts })] : []),
          ...(age === undefined ? [] : [age]),
        ]),
      }),
    [facts, t],
  );
}
