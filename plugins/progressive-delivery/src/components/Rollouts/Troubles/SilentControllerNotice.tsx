import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useClock } from '../../../hooks/time/useClock';
import { joinSentences } from '../../../texts/joinSentences';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Notice } from '../../../ui/notices/Notice';
import { SilentRollout } from './silentRollouts';

/** The controller does nothing for several Rollouts: since when, and what to check, once for all of them. */
export const SilentControllerNotice = ({
  rollouts,
}: {
  rollouts: SilentRollout[];
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const [first] = rollouts
    .map(({ observation }) => observation.since)
    .sort((one, other) => Date.parse(one) - Date.parse(other));
  return (
    <Notice
      severity="error"
      title={t('observation.silentForSeveral', {
        count: rollouts.length,
        since: clock.since(first),
      })}
    >
      {joinSentences([
        t('observation.silentCheck'),
        t('observation.silentHelp'),
      ])}
    </Notice>
  );
};
