import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { UnusableTarget } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../../ui/Notice';
import { Sentences } from '../../ui/Sentences';

/** What the entity names and cannot use, and how to mend it. */
export const UnusableTargets = ({
  unusable,
}: {
  unusable: UnusableTarget[];
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <>
      {unusable.map(({ message, reason, reference, remedies }) => (
        <Notice
          key={`${reference} ${reason} ${message}`}
          severity="warning"
          title={t('unusable.title', { reference })}
        >
          {t(`unusable.reason.${reason}`)}: {message}
          {remedies.length > 0 && (
            <div>
              {remedies.length > 1 && t('unusable.remedies')}
              <Sentences sentences={remedies} />
            </div>
          )}
        </Notice>
      ))}
    </>
  );
};
