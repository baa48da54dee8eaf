import { CodeSnippet, EmptyState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { DELIVERY_ANNOTATIONS } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';

/** The entity's annotations name nothing that exists. */
export const NoTargets = () => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { entity } = useEntity();
  const annotations = entity.metadata.annotations ?? {};
  return (
    <EmptyState
      missing="content"
      title={t('empty.targetsTitle')}
      description={t('empty.targetsDescription')}
      action={
        <CodeSnippet
          language="yaml"
          text={DELIVERY_ANNOTATIONS.filter(name => annotations[name])
            .map(name => `${name}: ${annotations[name]}`)
            .join('\n')}
        />
      }
    />
  );
};
