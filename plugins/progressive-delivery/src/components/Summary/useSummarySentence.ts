import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../hooks/time/useClock';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { useSituation } from '../Rollouts/useSituation';
import { attentionOf, waitsForSomebody } from './attentionOf';

/** What is the matter with a workload, as a person would say it. Renewed every second. */
export function useSummarySentence(): (rollout: RolloutStatus) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const situationOf = useSituation();
  return rollout => {
    const attention = attentionOf(rollout);
    if (attention === 'waiting') {
      const since = waitsForSomebody(rollout)?.since;
      const weight = rollout.weight?.actual ?? rollout.weight?.set;
      const key = weight === undefined ? 'summary.waits' : 'summary.waitsAt';
      return since === undefined
        ? t(key, { weight: String(weight) })
        : t(`${key}Since`, {
            weight: String(weight),
            since: clock.since(since),
          });
    }
    return situationOf(rollout)?.sentence ?? t(`summary.${attention}`);
  };
}
