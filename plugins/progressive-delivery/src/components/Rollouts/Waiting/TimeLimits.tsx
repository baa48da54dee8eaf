import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../../hooks/time/useClock';
import { useTimeFormat } from '../../../hooks/texts/useTimeFormat';
import { joinSentences } from '../../../texts/joinSentences';
import { progressiveDeliveryTranslationRef } from '../../../translation';

const useStyles = makeStyles({
  root: { fontVariantNumeric: 'tabular-nums' },
});

/** When a workload can be done at the earliest, and when it counts as failed. */
export const TimeLimits = ({
  rollout: { doneNotBefore, pauses, progressDeadline },
}: {
  rollout: Pick<RolloutStatus, 'doneNotBefore' | 'pauses' | 'progressDeadline'>;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const { span } = useTimeFormat();
  const quietly = (sentence: string) => (
    <Typography variant="body2" color="textSecondary" className={classes.root}>
      {sentence}
    </Typography>
  );
  const earliest = () => {
    if (!doneNotBefore) {
      return undefined;
    }
    const { from, seconds } = doneNotBefore;
    if (from === undefined) {
      return t('limits.doneNotBeforeFromNow', { remaining: span(seconds) });
    }
    if (seconds === 0 && pauses.some(({ until }) => until === from)) {
      // The pause says so.
      return undefined;
    }
    const end = new Date(Date.parse(from) + seconds * 1000).toISOString();
    const remaining = clock.until(end);
    return (
      remaining && t('limits.doneNotBefore', { remaining, time: clock.at(end) })
    );
  };
  const deadline = () => {
    if (!progressDeadline) {
      return undefined;
    }
    const { aborts, at } = progressDeadline;
    const remaining = clock.until(at);
    return remaining === undefined
      ? t('limits.deadlineOver', { since: clock.since(at) })
      : t(aborts ? 'limits.deadlineAborts' : 'limits.deadline', {
          remaining,
          time: clock.at(at),
        });
  };
  const sentences = [earliest(), deadline()].filter(
    sentence => sentence !== undefined,
  );
  return sentences.length > 0 ? quietly(joinSentences(sentences)) : null;
};
