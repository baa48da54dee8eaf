import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { hasStatusCode } from '../../errors/hasStatusCode';
import { useErrorSentence } from '../../hooks/texts/useErrorSentence';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { FailedPage } from '../../ui/FailedPage';

export interface TargetsErrorProps {
  error: Error;
  onRetry: () => Promise<void>;
}

/** Nothing is known of the entity's targets: it may not be seen, or could not be read. */
export const TargetsError = ({ error, onRetry }: TargetsErrorProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const errorSentence = useErrorSentence();
  const message = errorSentence(error);
  return hasStatusCode(error, 403) ? (
    <FailedPage
      title={t('error.forbiddenTitle')}
      description={t('error.forbiddenDescription', { message })}
      onRetry={onRetry}
    />
  ) : (
    <FailedPage
      title={t('error.title')}
      description={message}
      onRetry={onRetry}
    />
  );
};
