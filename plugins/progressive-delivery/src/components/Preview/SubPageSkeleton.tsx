import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { Placeholder } from '../../ui/Placeholder';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
  back: { marginBottom: theme.spacing(1) },
  part: { padding: theme.spacing(2) },
}));

export interface SubPageSkeletonProps {
  /** What is being done. */
  label: string;
  /** Where its content will stand. */
  children: ReactNode;
}

/** A page below the tab, before it is known what it is of. */
export const SubPageSkeleton = ({ children, label }: SubPageSkeletonProps) => {
  const classes = useStyles();
  return (
    <div role="status" className={classes.root} aria-label={label}>
      <div>
        <div className={classes.back}>
          <Placeholder width={160} />
        </div>
        <Placeholder variant="h6" width={420} />
      </div>
      <Paper className={classes.part}>
        <Placeholder variant="body1" width="60%" />
        {children}
      </Paper>
    </div>
  );
};
