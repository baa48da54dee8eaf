import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import {
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_OVERLAY,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { CopyableCode } from '../../ui/CopyableCode';
import { EmptyPage } from '../../ui/EmptyPage';

/** The entity does not say where it is delivered to. */
export const NoAnnotations = () => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { entity } = useEntity();
  const { name } = entity.metadata;
  const ways = [
    {
      when: t('empty.annotationArgocd'),
      annotation: `${ANNOTATION_ARGOCD_APP_NAME}: ${name}`,
    },
    {
      when: t('empty.annotationOverlay'),
      annotation: `${ANNOTATION_OVERLAY}: dir:./deploy/${name}`,
    },
  ];
  return (
    <EmptyPage
      title={t('empty.annotationTitle')}
      description={t('empty.annotationDescription')}
    >
      {ways.map(({ annotation, when }) => (
        <div key={annotation}>
          <Typography variant="body2" gutterBottom>
            {when}
          </Typography>
          <CopyableCode
            label={when}
            code={`metadata:\n  annotations:\n    ${annotation}`}
            copyLabel={t('unusable.copy')}
          />
        </div>
      ))}
    </EmptyPage>
  );
};
