import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { ReactNode } from 'react';
import { useErrorSentence } from '../hooks/texts/useErrorSentence';
import { progressiveDeliveryTranslationRef } from '../translation';
import { Notice } from './Notice';

export interface FailedNoticeProps {
  /** What could not be done. */
  title: string;
  error: Error;
  /** Absent where it cannot be tried again now. */
  onRetry?: () => void;
  /** Whether it is tried again. */
  busy?: boolean;
  /** Default: `error`, which is read out when it appears; a warning is not. */
  severity?: 'warning' | 'error';
  /** Default: the sentence of the error. */
  children?: ReactNode;
}

/** Something of a page that failed and can be tried again. */
export const FailedNotice = ({
  title,
  error,
  onRetry,
  busy,
  severity = 'error',
  children,
}: FailedNoticeProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const errorSentence = useErrorSentence();
  return (
    <Notice
      severity={severity}
      role={severity === 'error' ? 'alert' : undefined}
      title={title}
      action={
        onRetry && (
          <Button size="small" aria-busy={busy} onClick={onRetry}>
            {t('retry')}
          </Button>
        )
      }
    >
      {children ?? errorSentence(error)}
    </Notice>
  );
};
