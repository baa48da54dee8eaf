import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { SubPageSkeleton } from '../Preview/SubPageSkeleton';
import { ProofSkeleton } from './ProofSkeleton';

/** The page that prepares a chart, before it is known which. */
export const PreparationSkeleton = () => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <SubPageSkeleton label={t('preparation.loadingPage')}>
      <ProofSkeleton />
    </SubPageSkeleton>
  );
};
