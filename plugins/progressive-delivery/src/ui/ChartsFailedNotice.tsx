import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { useErrorSentence } from '../hooks/texts/useErrorSentence';
import { progressiveDeliveryTranslationRef } from '../translation';
import { Notice } from './Notice';

export interface ChartsFailedNoticeProps {
  error: Error;
  onRetry: () => void;
}

/** Nobody knows which charts a target renders, and so whether its workloads can get a switch. */
export const ChartsFailedNotice = ({
  error,
  onRetry,
}: ChartsFailedNoticeProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const errorSentence = useErrorSentence();
  return (
    <Notice
      severity="error"
      role="alert"
      title={t('preparation.chartsFailed')}
      action={
        <Button size="small" onClick={onRetry}>
          {t('retry')}
        </Button>
      }
    >
      {errorSentence(error)}
    </Notice>
  );
};
