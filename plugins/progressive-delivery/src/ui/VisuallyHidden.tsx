import { makeStyles } from '@material-ui/core/styles';
import { HTMLAttributes } from 'react';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    width: 1,
    height: 1,
    margin: -1,
    padding: 0,
    border: 0,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
    whiteSpace: 'nowrap',
  },
});

/** Text for those who listen to the page. */
export const VisuallyHidden = (props: HTMLAttributes<HTMLSpanElement>) => {
  const classes = useStyles();
  return <span {...props} className={classes.root} />;
};
