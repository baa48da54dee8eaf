import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ControllerObservation } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../../hooks/time/useClock';
import { useMessageText } from '../../../hooks/texts/useMessageText';
import { joinSentences } from '../../../texts/joinSentences';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Notice } from '../../../ui/notices/Notice';

/** The controller does nothing: what is shown is what it has written last. */
export const SilentNotice = ({
  observation: { message, since },
  told,
}: {
  observation: Extract<ControllerObservation, { state: 'silent' }>;
  /** Whether it is told for several Rollouts what to check, so that this one has only its own to say. */
  told: boolean;
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const messageText = useMessageText();
  const title = t('observation.silent', { since: clock.since(since) });
  if (told) {
    return (
      <Notice severity="error" title={title}>
        {message.id !== 'unknown' && t(`observation.silentOn.${message.id}`)}
      </Notice>
    );
  }
  return (
    <Notice severity="error" title={title}>
      {joinSentences([
        messageText('silence', message),
        t('observation.silentHelp'),
      ])}
    </Notice>
  );
};
