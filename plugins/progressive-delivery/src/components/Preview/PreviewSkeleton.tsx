import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { ComparisonSkeleton } from './ComparisonSkeleton';
import { SubPageSkeleton } from './SubPageSkeleton';

/** The page of a preview, before it is known what it is of. */
export const PreviewSkeleton = () => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <SubPageSkeleton label={t('preview.loadingPage')}>
      <ComparisonSkeleton />
    </SubPageSkeleton>
  );
};
