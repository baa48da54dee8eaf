import { Progress } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode, useState } from 'react';
import { useNow } from '../hooks/time/useNow';
import { useTimeFormat } from '../hooks/texts/useTimeFormat';

const useStyles = makeStyles(theme => ({
  line: { display: 'flex', flexWrap: 'wrap', columnGap: theme.spacing(1) },
  elapsed: { fontVariantNumeric: 'tabular-nums' },
}));

/** So many seconds nobody wonders how long it has been. */
const UNREMARKABLE_SECONDS = 3;

export interface WorkingProps {
  doing: string;
  /** What stands below meanwhile; default: a bar that moves. */
  children?: ReactNode;
}

/** What is being done, and for how long already; only the first is read out. */
export const Working = ({ doing, children = <Progress /> }: WorkingProps) => {
  const classes = useStyles();
  const { span } = useTimeFormat();
  const now = useNow();
  const [start] = useState(now);
  const seconds = Math.floor((now - start) / 1000);
  return (
    <div>
      <div className={classes.line}>
        <Typography variant="body2" gutterBottom role="status">
          {doing}
        </Typography>
        {seconds >= UNREMARKABLE_SECONDS && (
          <Typography
            variant="body2"
            color="textSecondary"
            className={classes.elapsed}
          >
            {span(seconds)}
          </Typography>
        )}
      </div>
      {children}
    </div>
  );
};
