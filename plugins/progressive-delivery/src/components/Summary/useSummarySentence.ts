import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PauseStatus,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../hooks/time/useClock';
import { joinSentences } from '../../texts/joinSentences';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { useSituation } from '../Rollouts/useSituation';
import { usePauseSinceSentence } from '../Rollouts/Waiting/usePauseSinceSentence';
import { attentionOf } from './attentionOf';

/** Whether it is the canary that waits at a pause step until it is promoted: how far it is then says most. */
function isCanaryWaiting(
  { revisions, unread }: RolloutStatus,
  { reason, until }: PauseStatus,
): boolean {
  return (
    reason === 'CanaryPauseStep' &&
    until === undefined &&
    (revisions.some(({ role }) => role === 'canary') ||
      unread.includes('replicaSets'))
  );
}

/** What is the matter with a workload, as a person would say it. Renewed every second. */
export function useSummarySentence(): (rollout: RolloutStatus) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const pauseSentence = usePauseSinceSentence();
  const situationOf = useSituation();

  return rollout => {
    const attention = attentionOf(rollout);
    if (attention === 'waiting') {
      const [first, ...others] = rollout.pauses.map(pause =>
        isCanaryWaiting(rollout, pause)
          ? canarySentence(rollout, pause)
          : pauseSentence(pause),
      );
      return others.length > 0 ? joinSentences([first, ...others]) : first;
    }
    return situationOf(rollout)?.sentence ?? t(`summary.${attention}`);
  };

  function canarySentence(
    rollout: RolloutStatus,
    { since }: PauseStatus,
  ): string {
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
}
