import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useListFormat } from '../../../hooks/texts/useListFormat';
import { useNow } from '../../../hooks/time/useNow';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Notice } from '../../../ui/notices/Notice';
import { relevantWarnings } from './relevantWarnings';
import { useEventSentence } from '../Events/useEventSentence';

/** Recent warnings of the cluster that tell why a workload does not move; nothing where there are none. */
export const WarningsNotice = ({ rollout }: { rollout: RolloutStatus }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { names } = useListFormat();
  const now = useNow();
  const sentenceOf = useEventSentence(rollout);
  const warnings = relevantWarnings(rollout, now);
  if (warnings.length === 0) {
    return null;
  }
  return (
    <Notice
      severity="warning"
      title={t('events.warns', {
        reasons: names(warnings.map(({ reason }) => reason)),
      })}
    >
      {warnings.map(event => (
        <div key={event.reason}>{sentenceOf(event)}</div>
      ))}
    </Notice>
  );
};
