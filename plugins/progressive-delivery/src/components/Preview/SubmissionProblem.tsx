import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { useErrorSentence } from '../../hooks/texts/useErrorSentence';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../../ui/Notice';
import { Submission } from './useOpenPullRequest';

export interface SubmissionProblemProps {
  submission: Submission<unknown>;
  /** What is out of date in a conflict, and the way to a new one. Default: the preview. */
  conflict?: { title: string; action: string };
  onPreviewAgain: () => void;
}

/** Why there is no pull request yet, after somebody asked for it. */
export const SubmissionProblem = ({
  submission,
  conflict,
  onPreviewAgain,
}: SubmissionProblemProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const errorSentence = useErrorSentence();
  switch (submission.state) {
    case 'failed':
      return (
        <Notice severity="error" role="alert" title={t('preview.openFailed')}>
          {errorSentence(submission.error)}
        </Notice>
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
