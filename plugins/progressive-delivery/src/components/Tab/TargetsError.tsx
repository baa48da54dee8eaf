import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { errorSentence } from '../../errors/errorSentence';
import { hasStatusCode } from '../../errors/hasStatusCode';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { EmptyPage } from '../../ui/EmptyPage';

export interface TargetsErrorProps {
  error: Error;
  onRetry: () => void;
}

/** Nothing is known of the entity's targets: it may not be seen, or could not be read. */
export const TargetsError = ({ error, onRetry }: TargetsErrorProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const message = errorSentence(error);
  const [title, description] = hasStatusCode(error, 403)
    ? [t('error.forbiddenTitle'), t('error.forbiddenDescription', { message })]
    : [t('error.title'), message];
  return (
    <EmptyPage title={title} description={description}>
      <Button variant="outlined" onClick={onRetry}>
        {t('retry')}
      </Button>
    </EmptyPage>
  );
};
