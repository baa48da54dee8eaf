import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../../hooks/time/useClock';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Notice } from '../../../ui/notices/Notice';

/** A healthy Rollout has a condition of a spec that was invalid before: what it was, and how old it is. */
export const PastInvalidSpecNotice = ({
  past: { message, since },
}: {
  past: NonNullable<RolloutStatus['pastInvalidSpec']>;
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  return (
    <Notice
      severity="info"
      title={
        since === undefined
          ? t('degraded.pastInvalidSpec')
          : t('degraded.pastInvalidSpecSince', { age: clock.since(since) })
      }
    >
      {message}
    </Notice>
  );
};
