import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTabPath } from '../../hooks/usePreviewPath';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { EmptyPage } from '../../ui/EmptyPage';

/** The address names none. */
export const NoSuchChart = () => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const tab = useTabPath();
  return (
    <EmptyPage
      title={t('preparation.nowhereTitle')}
      description={t('preparation.nowhereDescription')}
    >
      <LinkButton to={tab} variant="outlined">
        {t('preview.back')}
      </LinkButton>
    </EmptyPage>
  );
};
