import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

export interface EmptyPageProps {
  title: string;
  description: string;
  /** What to do about it. */
  children?: ReactNode;
}

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(2),
    maxWidth: 720,
    padding: theme.spacing(2, 0),
    overflowWrap: 'anywhere',
  },
}));

/**
 * Instead of a page, why there is nothing to show. Backstage's `EmptyState` is not used: its title is a heading of the fifth
 * level below one of the first.
 */
export const EmptyPage = ({ title, description, children }: EmptyPageProps) => {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Typography variant="h5" component="h2">
        {title}
      </Typography>
      <Typography variant="body1">{description}</Typography>
      {children}
    </div>
  );
};
