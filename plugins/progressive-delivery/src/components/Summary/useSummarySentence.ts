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
      if (weight === undefined) {
        return since === undefined
          ? t('summary.waits')
          : t('summary.waitsSince', { since: clock.since(since) });
      }
      return since === undefined
        ? t('summary.waitsAt', { weight })
        : t('summary.waitsAtSince', { weight, since: clock.since(since) });
    }
    return situationOf(rollout)?.sentence ?? t(`summary.${attention}`);
  };
}
