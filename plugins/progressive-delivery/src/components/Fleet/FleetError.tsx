import { EmptyState, ResponseErrorPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { errorSentence } from '../../errors/errorSentence';
import { hasStatusCode } from '../../errors/hasStatusCode';
import { progressiveDeliveryTranslationRef } from '../../translation';

export interface FleetErrorProps {
  error: Error;
  onRetry: () => void;
}

/** Nothing is known of the fleet: it may not be seen, or could not be read. */
export const FleetError = ({ error, onRetry }: FleetErrorProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const retry = (
    <Button variant="outlined" onClick={onRetry}>
      {t('retry')}
    </Button>
  );
  return hasStatusCode(error, 403) ? (
    <EmptyState
      missing="data"
      title={t('fleet.forbiddenTitle')}
      description={errorSentence(error)}
      action={retry}
    />
  ) : (
    <>
      <ResponseErrorPanel title={t('fleet.failedTitle')} error={error} />
      <div>{retry}</div>
    </>
  );
};
