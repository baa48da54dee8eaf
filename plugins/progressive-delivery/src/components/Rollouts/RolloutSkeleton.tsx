import { makeStyles } from '@material-ui/core/styles';
import { Placeholder } from '../../ui/Placeholder';
import { usePanelStyles } from './usePanelStyles';

const useStyles = makeStyles(theme => ({
  revision: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(2),
    rowGap: theme.spacing(0.5),
  },
  details: { padding: theme.spacing(0.625, 0) },
}));

/** The panel of a workload that is healthy, as most are, before it is known how it is. */
export const RolloutSkeleton = ({ isRollout }: { isRollout: boolean }) => {
  const panel = usePanelStyles();
  const classes = useStyles();
  return (
    <div className={panel.root}>
      <div className={panel.top}>
        <Placeholder variant="body1" width={88} />
        <Placeholder variant="body1" width={200} />
      </div>
      <div className={classes.revision}>
        <Placeholder width={180} />
        <Placeholder width={120} />
        <Placeholder width={90} />
      </div>
      {isRollout && (
        <div className={classes.details}>
          <Placeholder width={240} />
        </div>
      )}
    </div>
  );
};
