import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { RolloutStep } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../../hooks/time/useClock';
import { useTimeFormat } from '../../../hooks/texts/useTimeFormat';
import { progressiveDeliveryTranslationRef } from '../../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    color: theme.palette.text.secondary,
    fontWeight: 'normal',
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** How long the step has been the current one. `since` is ISO 8601. */
const Elapsed = ({ since }: { since: string }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  return <>{t('rollout.stepFor', { span: clock.since(since) })}</>;
};

/** How long a step took, or has taken so far; nothing where that is not recorded. */
export const StepTime = ({
  step: { endedAt, startedAt, state },
}: {
  step: Pick<RolloutStep, 'endedAt' | 'startedAt' | 'state'>;
}) => {
  const classes = useStyles();
  const { span } = useTimeFormat();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  if (startedAt === undefined) {
    return null;
  }
  if (state === 'current') {
    return (
      <span className={classes.root}>
        <Elapsed since={startedAt} />
      </span>
    );
  }
  return endedAt === undefined ? null : (
    <span className={classes.root}>
      {t('rollout.stepTook', {
        span: span((Date.parse(endedAt) - Date.parse(startedAt)) / 1000),
      })}
    </span>
  );
};
