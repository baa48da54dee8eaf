import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: { color: theme.palette.text.secondary, textTransform: 'none' },
  icon: {
    transition: theme.transitions.create('transform', {
      duration: theme.transitions.duration.shortest,
    }),
  },
  open: { transform: 'rotate(180deg)' },
}));

export interface FoldButtonProps {
  open: boolean;
  /** Id of the element that it folds; only looked for while that is there. */
  controls: string;
  /** Where what it shows does not say enough. */
  label?: string;
  onClick: () => void;
  children: ReactNode;
}

/** Unfolds and folds what seldom matters at first sight. */
export const FoldButton = ({
  children,
  controls,
  label,
  onClick,
  open,
}: FoldButtonProps) => {
  const classes = useStyles();
  return (
    <Button
      size="small"
      className={classes.root}
      endIcon={
        <ExpandIcon className={`${classes.icon} ${open ? classes.open : ''}`} />
      }
      aria-label={label}
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      onClick={onClick}
    >
      {children}
    </Button>
  );
};
