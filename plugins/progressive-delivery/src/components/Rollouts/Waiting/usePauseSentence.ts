import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PauseStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { useClock } from '../../../hooks/time/useClock';
import { progressiveDeliveryTranslationRef } from '../../../translation';

/** Says what a workload waits for at a pause, and how much longer; renewed every second. */
export function usePauseSentence(): (pause: PauseStatus) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  return useCallback(
    ({ reason, until }) => {
      const ends = (end: string, name: 'step' | 'blueGreen') => {
        const remaining = clock.until(end);
        return remaining === undefined
          ? t('pause.over')
          : t(`pause.${name}Ends`, { remaining, time: clock.at(end) });
      };
      switch (reason) {
        case 'CanaryPauseStep':
          return until === undefined ? t('pause.step') : ends(until, 'step');
        case 'BlueGreenPause':
          return until === undefined
            ? t('pause.blueGreen')
            : ends(until, 'blueGreen');
        case 'InconclusiveAnalysisRun':
          return t('pause.inconclusiveAnalysis');
        case 'InconclusiveExperiment':
          return t('pause.inconclusiveExperiment');
        case 'spec.paused':
          return t('pause.byHand');
        default:
          return t('pause.other', { reason });
      }
    },
    [clock, t],
  );
}
