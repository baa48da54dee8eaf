import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Placeholder } from '../../ui/Placeholder';
import { RolloutSkeleton } from '../Rollouts/RolloutSkeleton';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
  summary: { padding: theme.spacing(1.5, 2) },
  target: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '2fr 1fr 1fr 2fr',
    columnGap: theme.spacing(4),
    padding: theme.spacing(0.75, 2),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
}));

/** The tab of a component that is delivered to one target, as most are, before its targets are known. */
export const TargetsSkeleton = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const row = (
    <div className={classes.row}>
      <Placeholder width="60%" />
      <Placeholder width="80%" />
      <Placeholder width="80%" />
      <Placeholder width="70%" />
    </div>
  );
  return (
    <div role="status" className={classes.root} aria-label={t('loading')}>
      <Paper className={classes.summary}>
        <Placeholder width={240} />
      </Paper>
      <Paper className={classes.target}>
        <div>
          <Placeholder variant="h6" width={280} />
          <Placeholder width={480} />
        </div>
        <div>
          {row}
          {row}
        </div>
        <RolloutSkeleton isRollout />
      </Paper>
    </div>
  );
};
