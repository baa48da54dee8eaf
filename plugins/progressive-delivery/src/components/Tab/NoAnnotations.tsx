import { CodeSnippet, EmptyState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_OVERLAY,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';

/** The entity does not say where it is delivered to. */
export const NoAnnotations = () => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { entity } = useEntity();
  const { name } = entity.metadata;
  return (
    <EmptyState
      missing="field"
      title={t('empty.annotationTitle')}
      description={t('empty.annotationDescription')}
      action={
        <CodeSnippet
          language="yaml"
          text={[
            `kind: ${entity.kind}`,
            'metadata:',
            `  name: ${name}`,
            '  annotations:',
            `    ${ANNOTATION_ARGOCD_APP_NAME}: ${name}-staging,${name}`,
            `    # ${t('empty.orOverlay')}`,
            `    ${ANNOTATION_OVERLAY}: dir:./deploy/${name}`,
          ].join('\n')}
          showCopyCodeButton
        />
      }
    />
  );
};
