import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FleetWorkload } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { useClock } from '../../hooks/time/useClock';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { usePauseSentence } from '../Rollouts/Waiting/usePauseSentence';

function useSentence(): (workload: FleetWorkload) => string | undefined {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const messageText = useMessageText();
  const pauseSentence = usePauseSentence();
  return ({ attention, message, phase, since, ...workload }) => {
    const { aborted, failure, unreadable, until, waitsFor } = workload;
    if (unreadable) {
      return messageText('problem', unreadable);
    }
    if (aborted || phase === 'Degraded') {
      return failure
        ? messageText('failure', failure)
        : message ?? t(`fleet.attention.${attention}`);
    }
    if (attention === 'stalled' && since !== undefined) {
      return t('fleet.noProgress', { since: clock.since(since) });
    }
    if (attention === 'failing' && since !== undefined) {
      return t('observation.silent', { since: clock.since(since) });
    }
    const isBlueGreen = message === 'BlueGreenPause';
    if (phase === 'Paused' && until !== undefined) {
      // No other pauses are over by themselves.
      const reason = isBlueGreen ? message : 'CanaryPauseStep';
      return pauseSentence({ reason, until });
    }
    if (waitsFor) {
      return messageText('wait', waitsFor);
    }
    if (isBlueGreen) {
      return t('pause.blueGreen');
    }
    return phase === 'Healthy' ? undefined : message;
  };
}

/** What a workload waits for or fails by, in one sentence, renewed every second: alone, so that nothing else is drawn again. */
export const FleetSentence = ({ workload }: { workload: FleetWorkload }) => {
  const sentence = useSentence()(workload);
  return sentence === undefined ? null : <div>{sentence}</div>;
};
