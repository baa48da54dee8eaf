import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { hasStatusCode } from '../../../errors/hasStatusCode';
import { useErrorSentence } from '../../../hooks/texts/useErrorSentence';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Notice } from '../../../ui/notices/Notice';
import { useShownComparison } from './ShownComparison';

/** Why there is no more of a comparison to be seen, and the way on. */
export const DocumentsProblem = ({
  error,
  onRetry,
  title,
}: {
  error: Error;
  onRetry: () => void;
  title: string;
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const errorSentence = useErrorSentence();
  const { onPreviewAgain } = useShownComparison();
  const isOutdated = hasStatusCode(error, 409);
  return (
    <Notice
      severity={isOutdated ? 'warning' : 'error'}
      role="alert"
      title={isOutdated ? t('preview.conflict') : title}
      action={
        <Button size="small" onClick={isOutdated ? onPreviewAgain : onRetry}>
          {t(isOutdated ? 'preview.previewAgain' : 'retry')}
        </Button>
      }
    >
      {errorSentence(error)}
    </Notice>
  );
};
