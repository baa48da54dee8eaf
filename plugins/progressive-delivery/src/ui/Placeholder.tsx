import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';

const useStyles = makeStyles({
  root: { maxWidth: '100%' },
  bar: {
    '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
    // Forced colors take its background away.
    '@media (forced-colors: active)': { border: '1px solid' },
  },
});

export interface PlaceholderProps {
  /** Of the text that is to come. Default: `body2`. */
  variant?: 'h6' | 'body1' | 'body2';
  /** In CSS; a number is pixels. */
  width: number | string;
}

/** As large as a line of text that is to come. What is around it tells that it loads. */
export const Placeholder = ({ variant = 'body2', width }: PlaceholderProps) => {
  const classes = useStyles();
  return (
    <Typography
      variant={variant}
      component="div"
      className={classes.root}
      style={{ width }}
      aria-hidden
    >
      <Skeleton className={classes.bar} />
    </Typography>
  );
};
