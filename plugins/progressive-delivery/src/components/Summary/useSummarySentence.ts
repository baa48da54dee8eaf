import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { joinSentences } from '../../errors/joinSentences';
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
    const sentence =
      situationOf(rollout)?.sentence ?? t(`summary.${attention}`);
    const serving = servingRevision(rollout);
    return serving === undefined
      ? sentence
      : joinSentences([
          sentence,
          t('summary.serves', { revision: String(serving) }),
        ]);
  };
}

/** The revision that has all traffic after an abort, where that is known. */
function servingRevision({
  aborted,
  revisions,
  weight,
}: RolloutStatus): number | undefined {
  return aborted && weight?.actual === 0
    ? revisions.find(({ role }) => role === 'stable')?.revision
    : undefined;
}
