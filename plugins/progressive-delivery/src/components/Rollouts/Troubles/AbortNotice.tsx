import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../../hooks/time/useClock';
import { useMessageText } from '../../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Notice } from '../../../ui/notices/Notice';
import { AbortReason } from './AbortReason';

/** At which step it was aborted, when, and why, each as far as it is known. */
export const AbortNotice = ({ rollout }: { rollout: RolloutStatus }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const messageText = useMessageText();
  const { abort: { at, step } = {}, steps } = rollout;
  const abortedStep = typeof step === 'number' ? steps.at(step) : undefined;
  const where = () => {
    switch (step) {
      case undefined:
        return t('abort.title');
      case 'unknown':
        return t('abort.titleUnknown', { steps: String(steps.length) });
      default:
        return abortedStep
          ? t('abort.titleAt', {
              step: String(step + 1),
              steps: String(steps.length),
              description: messageText('step', abortedStep.description),
            })
          : t('abort.titleAfterSteps', { steps: String(steps.length) });
    }
  };
  return (
    <Notice
      severity="error"
      title={
        at === undefined
          ? where()
          : t('abort.when', { where: where(), since: clock.since(at) })
      }
    >
      <AbortReason rollout={rollout} />
      {at === undefined && <div>{t('abort.notYet')}</div>}
    </Notice>
  );
};
