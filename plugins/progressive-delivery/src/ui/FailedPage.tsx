import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { progressiveDeliveryTranslationRef } from '../translation';
import { EmptyPage } from './EmptyPage';

export interface FailedPageProps {
  title: string;
  description: string;
  onRetry: () => void;
}

/** Instead of a page, why it could not be read, and a button that tries again. */
export const FailedPage = ({
  title,
  description,
  onRetry,
}: FailedPageProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <EmptyPage title={title} description={description}>
      <Button variant="outlined" onClick={onRetry}>
        {t('retry')}
      </Button>
    </EmptyPage>
  );
};
