import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { useClock } from '../../hooks/useClock';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { useFailingPodsTitle } from './useFailingPodsTitle';
import { usePauseSentence } from './usePauseSentence';

/**
 * What a workload fails by, or else waits for, in the one sentence that matters most; absent where there is nothing to
 * say. Renewed every second.
 */
export function useSituation(): (rollout: RolloutStatus) => string | undefined {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const failingPodsOf = useFailingPodsTitle();
  const pauseSentence = usePauseSentence();
  return useCallback(
    rollout => {
      const { abort, aborted, message, observation, pauses, phase } = rollout;
      if (observation.state === 'silent') {
        return t('observation.silent', {
          since: clock.since(observation.since),
        });
      }
      if (aborted) {
        return abort?.because ?? t('abort.byHand');
      }
      if (phase === 'Degraded') {
        return message;
      }
      for (const revision of rollout.revisions) {
        const failing = failingPodsOf(revision);
        if (failing !== undefined) {
          return failing;
        }
      }
      if (pauses.length > 0) {
        return pauses.map(pauseSentence).join('. ');
      }
      const waitsFor = rollout.steps.find(
        ({ state }) => state === 'current',
      )?.waitsFor;
      return waitsFor === undefined
        ? message
        : t('rollout.waitsFor', { what: waitsFor });
    },
    [clock, failingPodsOf, pauseSentence, t],
  );
}
