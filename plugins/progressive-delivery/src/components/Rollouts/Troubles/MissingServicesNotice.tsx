import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ServiceStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useListFormat } from '../../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Notice } from '../../../ui/notices/Notice';

/** Services that a Rollout names and that are not there; nothing where all are, or could not be read. */
export const MissingServicesNotice = ({
  services = [],
}: {
  services?: ServiceStatus[];
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { names } = useListFormat();
  const missing = services.filter(({ selects }) => selects === 'missing');
  if (missing.length === 0) {
    return null;
  }
  return (
    <Notice
      severity="error"
      title={t('services.missingTitle', {
        count: missing.length,
        names: names(missing.map(({ name }) => name)),
      })}
    >
      {t('services.missingHelp', { count: missing.length })}
    </Notice>
  );
};
