import { ReactNode } from 'react';
import { useErrorSentence } from '../../hooks/texts/useErrorSentence';
import { Notice } from './Notice';
import { RetryButton, RetryButtonProps } from '../controls/RetryButton';

export interface FailedNoticeProps {
  /** What could not be done. */
  title: string;
  error: Error;
  /** Absent where it cannot be tried again now. */
  onRetry?: RetryButtonProps['onRetry'];
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
  const errorSentence = useErrorSentence();
  return (
    <Notice
      severity={severity}
      role={severity === 'error' ? 'alert' : undefined}
      title={title}
      action={
        onRetry && <RetryButton size="small" busy={busy} onRetry={onRetry} />
      }
    >
      {children ?? errorSentence(error)}
    </Notice>
  );
};
