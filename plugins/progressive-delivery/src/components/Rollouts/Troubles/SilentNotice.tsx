import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ControllerObservation } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../../hooks/time/useClock';
import { useMessageText } from '../../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Notice } from '../../../ui/Notice';

/** The controller does nothing: what is shown is what it has written last. */
export const SilentNotice = ({
  observation: { message, since },
}: {
  observation: Extract<ControllerObservation, { state: 'silent' }>;
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const messageText = useMessageText();
  return (
    <Notice
      severity="error"
      title={t('observation.silent', { since: clock.since(since) })}
    >
      {messageText('silence', message)} {t('observation.silentHelp')}
    </Notice>
  );
};
