import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { joinSentences } from '../../texts/joinSentences';
import { useClock } from '../../hooks/time/useClock';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { servingRevision } from './servingRevision';
import { useFailingPodsTitle } from './Troubles/useFailingPodsTitle';
import { usePauseSentence } from './Waiting/usePauseSentence';

/** What a workload fails by, or else waits for, in one sentence. */
export interface Situation {
  fails: boolean;
  sentence: string;
}

/** The one thing that matters most of a workload; absent where there is nothing to say. Renewed every second. */
export function useSituation(): (
  rollout: RolloutStatus,
) => Situation | undefined {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const messageText = useMessageText();
  const failingPodsOf = useFailingPodsTitle();
  const pauseSentence = usePauseSentence();
  return useCallback(
    rollout => {
      if (rollout.unreadable) {
        return {
          fails: false,
          sentence: messageText('problem', rollout.unreadable),
        };
      }
      const { message, observation, pauses } = rollout;
      /** How it ended, where it was given up. */
      const endOf = ({
        abort,
        aborted,
        failure: why,
        phase,
      }: RolloutStatus) => {
        if (!aborted && phase !== 'Degraded') {
          return undefined;
        }
        if (why) {
          return messageText('failure', why);
        }
        return aborted ? abort?.because ?? t('abort.byHand') : message;
      };
      const failure = () => {
        if (observation.state === 'silent') {
          return t('observation.silent', {
            since: clock.since(observation.since),
          });
        }
        const end = endOf(rollout);
        if (end !== undefined) {
          const serving = servingRevision(rollout);
          return joinSentences([
            end,
            ...(serving === undefined
              ? []
              : [t('rollout.serves', { revision: String(serving) })]),
          ]);
        }
        return rollout.revisions.map(failingPodsOf).find(Boolean);
      };
      const wait = () => {
        if (pauses.length > 0) {
          const [first, ...others] = pauses.map(pauseSentence);
          return others.length > 0 ? joinSentences([first, ...others]) : first;
        }
        const current = rollout.steps.find(({ state }) => state === 'current');
        return current?.waitsFor === undefined
          ? message
          : messageText('wait', current.waitsFor);
      };
      const failed = failure();
      const sentence = failed ?? wait();
      return sentence === undefined
        ? undefined
        : { fails: failed !== undefined, sentence };
    },
    [clock, failingPodsOf, messageText, pauseSentence, t],
  );
}
