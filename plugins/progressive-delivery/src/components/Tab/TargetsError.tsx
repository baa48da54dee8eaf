import { EmptyState, ResponseErrorPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { errorSentence } from '../../errors/errorSentence';
import { hasStatusCode } from '../../errors/hasStatusCode';
import { progressiveDeliveryTranslationRef } from '../../translation';

export interface TargetsErrorProps {
  error: Error;
  onRetry: () => void;
}

/** Nothing is known of the entity's targets: it may not be seen, or could not be read. */
export const TargetsError = ({ error, onRetry }: TargetsErrorProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const retry = (
    <Button variant="outlined" onClick={onRetry}>
      {t('retry')}
    </Button>
  );
  if (hasStatusCode(error, 403)) {
    return (
      <EmptyState
        missing="data"
        title={t('error.forbiddenTitle')}
        description={t('error.forbiddenDescription', {
          message: errorSentence(error),
        })}
        action={retry}
      />
    );
  }
  return (
    <>
      <ResponseErrorPanel title={t('error.title')} error={error} />
      <div>{retry}</div>
    </>
  );
};
