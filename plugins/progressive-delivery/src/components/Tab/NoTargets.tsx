import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { DELIVERY_ANNOTATIONS } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { CopyableCode } from '../../ui/CopyableCode';
import { EmptyPage } from '../../ui/EmptyPage';

/** The entity's annotations name nothing that exists. */
export const NoTargets = () => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { entity } = useEntity();
  const annotations = entity.metadata.annotations ?? {};
  return (
    <EmptyPage
      title={t('empty.targetsTitle')}
      description={t('empty.targetsDescription')}
    >
      <CopyableCode
        label={t('empty.targetsDescription')}
        code={DELIVERY_ANNOTATIONS.filter(name => annotations[name])
          .map(name => `${name}: ${annotations[name]}`)
          .join('\n')}
        copyLabel={t('unusable.copy')}
      />
    </EmptyPage>
  );
};
