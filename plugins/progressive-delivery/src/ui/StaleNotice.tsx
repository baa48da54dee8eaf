import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DateTime } from 'luxon';
import { useErrorSentence } from '../hooks/texts/useErrorSentence';
import { useTimeFormat } from '../hooks/texts/useTimeFormat';
import { progressiveDeliveryTranslationRef } from '../translation';
import { Notice } from './Notice';

export interface StaleNoticeProps {
  /** Milliseconds since the epoch: when the data that is shown came. */
  since: number;
  failure: Error;
}

/** Data is shown that could not be renewed. */
export const StaleNotice = ({ since, failure }: StaleNoticeProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const errorSentence = useErrorSentence();
  const { clockTime } = useTimeFormat();
  return (
    <Notice
      severity="warning"
      role="status"
      title={t('error.stale', {
        time: clockTime(DateTime.fromMillis(since), Date.now()),
      })}
    >
      {errorSentence(failure)}
    </Notice>
  );
};
