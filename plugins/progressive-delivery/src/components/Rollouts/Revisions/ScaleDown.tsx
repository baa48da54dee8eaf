import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useClock } from '../../../hooks/time/useClock';
import { progressiveDeliveryTranslationRef } from '../../../translation';

const useStyles = makeStyles({
  root: { fontVariantNumeric: 'tabular-nums' },
});

/** How much longer the pods of a revision are kept, in case it is needed again. `at` is ISO 8601. */
export const ScaleDown = ({ at }: { at: string }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const remaining = clock.until(at);
  return (
    <Typography
      variant="body2"
      color="textSecondary"
      className={classes.root}
      title={clock.at(at)}
    >
      {remaining === undefined
        ? t('rollout.scaleDownOver')
        : t('rollout.scaleDown', { remaining })}
    </Typography>
  );
};
