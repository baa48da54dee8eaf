import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { hasStatusCode } from '../../errors/hasStatusCode';
import { useErrorSentence } from '../../hooks/texts/useErrorSentence';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { FailedPage } from '../../ui/FailedPage';

export interface FleetErrorProps {
  error: Error;
  onRetry: () => Promise<void>;
}

/** Nothing is known of the fleet: it may not be seen, or could not be read. */
export const FleetError = ({ error, onRetry }: FleetErrorProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const errorSentence = useErrorSentence();
  return (
    <FailedPage
      title={t(
        hasStatusCode(error, 403)
          ? 'fleet.forbiddenTitle'
          : 'fleet.failedTitle',
      )}
      description={errorSentence(error)}
      onRetry={onRetry}
    />
  );
};
