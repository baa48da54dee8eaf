import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RolloutStatus,
  WorkloadEvent,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryTranslationRef } from '../../../translation';

/** Says what happened, to what of all that a workload owns, and how often. */
export function useEventSentence({
  kind: ownKind,
  name: ownName,
}: Pick<RolloutStatus, 'kind' | 'name'>): (event: WorkloadEvent) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return useCallback(
    ({ count, kind, message, name }) => {
      if (kind !== ownKind || name !== ownName) {
        return count > 1
          ? t('events.repeatedOf', { kind, name, message, times: count })
          : t('events.of', { kind, name, message });
      }
      return count > 1
        ? t('events.repeated', { message, times: count })
        : message;
    },
    [ownKind, ownName, t],
  );
}
