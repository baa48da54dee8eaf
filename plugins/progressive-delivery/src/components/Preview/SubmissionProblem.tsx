import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { useErrorSentence } from '../../hooks/texts/useErrorSentence';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { FailedNotice } from '../../ui/notices/FailedNotice';
import { Notice } from '../../ui/notices/Notice';
import { Submission } from './useOpenPullRequest';

export interface SubmissionProblemProps {
  submission: Submission<unknown>;
  /** What is out of date in a conflict, and the way to a new one. Default: the preview. */
  conflict?: { title: string; action: string };
  onPreviewAgain: () => void;
  /** Absent where something on the page has to be decided first. */
  onTryAgain?: () => void;
}

/** Why there is no pull request yet, after somebody asked for it, and what comes next. */
export const SubmissionProblem = ({
  submission,
  conflict,
  onPreviewAgain,
  onTryAgain,
}: SubmissionProblemProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const errorSentence = useErrorSentence();
  switch (submission.state) {
    case 'failed':
      return (
        <FailedNotice
          title={t('preview.openFailed')}
          error={submission.error}
          onRetry={onTryAgain}
        />
      );
    case 'conflict':
      return (
        <Notice
          severity="warning"
          role="alert"
          title={conflict?.title ?? t('preview.conflict')}
          action={
            <Button size="small" onClick={onPreviewAgain}>
              {conflict?.action ?? t('preview.previewAgain')}
            </Button>
          }
        >
          {errorSentence(submission.error)}
        </Notice>
      );
    case 'obstructed': {
      const { error, pullRequest } = submission;
      return (
        <Notice
          severity="warning"
          role="alert"
          title={t('preview.openFailed')}
          action={
            pullRequest && (
              <LinkButton size="small" to={pullRequest.url}>
                {t('preview.obstacle', { number: String(pullRequest.number) })}
              </LinkButton>
            )
          }
        >
          {errorSentence(error)}
        </Notice>
      );
    }
    case 'refused':
      return (
        <Notice severity="warning" role="alert" title={t('preflight.refused')}>
          {errorSentence(submission.error)}
        </Notice>
      );
    case 'idle':
    case 'busy':
    case 'done':
      return null;
    default:
      return submission satisfies never;
  }
};
