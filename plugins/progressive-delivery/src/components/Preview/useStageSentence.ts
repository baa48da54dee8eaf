import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ComparisonStage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';

/** What is being done for a preview. `stage` is absent where the backend has not said so. */
export function useStageSentence(stage: ComparisonStage | undefined): string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return stage === undefined || stage === 'unknown'
    ? t('preview.loading')
    : t(`preview.stages.${stage}.doing`);
}
