import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import { ReactNode } from 'react';

export interface NoticeProps {
  severity: 'info' | 'warning' | 'error';
  title: string;
  /** `alert` and `status` are read out when they appear; default: neither. */
  role?: 'alert' | 'status';
  /** Buttons, at its end. */
  action?: ReactNode;
  children?: ReactNode;
}

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    // Buttons go below where there is no room beside the text.
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1, 1.5),
    backgroundColor: theme.palette.background.default,
    borderLeft: '4px solid',
    borderRadius: theme.shape.borderRadius,
  },
  info: { borderLeftColor: theme.palette.status.running },
  warning: { borderLeftColor: theme.palette.status.warning },
  error: { borderLeftColor: theme.palette.status.error },
  icon: { color: theme.palette.text.secondary, marginTop: 1 },
  text: { flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
  title: { fontWeight: 'bold' },
}));

const icons = { info: InfoIcon, warning: WarningIcon, error: ErrorIcon };

/** Something a person should know of, told quietly, with what to do. */
export const Notice = ({
  severity,
  title,
  role,
  action,
  children,
}: NoticeProps) => {
  const classes = useStyles();
  const Icon = icons[severity];
  return (
    <div className={`${classes.root} ${classes[severity]}`} role={role}>
      <Icon className={classes.icon} fontSize="small" aria-hidden />
      <div className={classes.text}>
        <Typography variant="body2" className={classes.title}>
          {title}
        </Typography>
        {children && (
          <Typography variant="body2" component="div">
            {children}
          </Typography>
        )}
      </div>
      {action}
    </div>
  );
};
