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
    ({ count, kind, message, name }) =>
      [
        kind !== ownKind || name !== ownName ? `${kind} ${name}: ` : '',
        message,
        count > 1 ? ` (${t('events.times', { number: String(count) })})` : '',
      ].join(''),
    [ownKind, ownName, t],
  );
}
