import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: theme.spacing(2),
  },
  bar: {
    position: 'relative',
    flex: '1 1 120px',
    maxWidth: 320,
    height: 8,
    borderRadius: 4,
    overflow: 'hidden',
    backgroundColor: theme.palette.action.selected,
    '@media (forced-colors: active)': { border: '1px solid' },
  },
  actual: {
    height: '100%',
    backgroundColor: theme.palette.status.running,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    transition: theme.transitions.create('width'),
  },
  set: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: 2,
    marginLeft: -2,
    backgroundColor: theme.palette.text.primary,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
}));

/** How much the canary gets, and a mark at how much it should get. The text says the same. */
export const WeightBar = ({
  weight,
}: {
  weight: NonNullable<RolloutStatus['weight']>;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { actual, set } = weight;
  return (
    <div className={classes.root}>
      <Typography variant="body2">
        {actual === undefined
          ? t('rollout.weightSet', { set })
          : t('rollout.weight', { set, actual })}
      </Typography>
      <div className={classes.bar} aria-hidden>
        <div className={classes.actual} style={{ width: `${actual ?? 0}%` }} />
        {set > 0 && <div className={classes.set} style={{ left: `${set}%` }} />}
      </div>
    </div>
  );
};
