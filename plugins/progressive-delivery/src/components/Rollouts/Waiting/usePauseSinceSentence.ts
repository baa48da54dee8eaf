import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PauseStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { useClock } from '../../../hooks/time/useClock';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { usePauseSentence } from './usePauseSentence';

/** As `usePauseSentence`, and since when, where a pause does not end by itself. */
export function usePauseSinceSentence(): (pause: PauseStatus) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const sentenceOf = usePauseSentence();
  return useCallback(
    pause => {
      const { reason } = pause;
      if (pause.since === undefined || pause.until !== undefined) {
        return sentenceOf(pause);
      }
      const since = clock.since(pause.since);
      switch (reason) {
        case 'CanaryPauseStep':
          return t('pause.stepSince', { since });
        case 'BlueGreenPause':
          return t('pause.blueGreenSince', { since });
        case 'InconclusiveAnalysisRun':
          return t('pause.inconclusiveAnalysisSince', { since });
        case 'InconclusiveExperiment':
          return t('pause.inconclusiveExperimentSince', { since });
        case 'spec.paused':
          return t('pause.byHandSince', { since });
        default:
          return t('pause.otherSince', { reason, since });
      }
    },
    [clock, sentenceOf, t],
  );
}
