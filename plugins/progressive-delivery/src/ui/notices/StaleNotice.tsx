import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DateTime } from 'luxon';
import { useContext } from 'react';
import { useErrorSentence } from '../../hooks/texts/useErrorSentence';
import { useTimeFormat } from '../../hooks/texts/useTimeFormat';
import { ClockAhead } from '../../hooks/time/ClockAhead';
import { useNow } from '../../hooks/time/useNow';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from './Notice';

export interface StaleNoticeProps {
  /** Milliseconds since the epoch, by this browser's clock: when the data that is shown came. */
  since: number;
  failure: Error;
}

/** Data is shown that could not be renewed: since when, how old it is by now, and why. */
export const StaleNotice = ({ since, failure }: StaleNoticeProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const errorSentence = useErrorSentence();
  const { clockTime, span } = useTimeFormat();
  const now = useNow() + useContext(ClockAhead);
  return (
    <Notice
      severity="warning"
      role="status"
      title={t('error.stale', {
        time: clockTime(DateTime.fromMillis(since), now),
      })}
    >
      {errorSentence(failure)}
      {/* The time has been read out; its age would be every second. */}
      <div aria-hidden>
        {t('error.staleAge', { age: span((now - since) / 1000) })}
      </div>
    </Notice>
  );
};
