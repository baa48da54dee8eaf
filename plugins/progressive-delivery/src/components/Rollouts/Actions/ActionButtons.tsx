import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  RolloutAction,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useActionName } from './useActionName';

const useStyles = makeStyles(theme => ({
  abort: {
    color: theme.palette.error.main,
    borderColor: theme.palette.error.main,
  },
}));

export interface ActionButtonsProps {
  rollout: RolloutStatus;
  actions: RolloutAction[];
  disabled: boolean;
  onChoose: (action: RolloutAction) => void;
  /** How they are read out, by their names; default: by these alone. */
  labelOf?: (action: string) => string;
}

/** A button each for what can be done to a Rollout. */
export const ActionButtons = ({
  rollout,
  actions,
  disabled,
  onChoose,
  labelOf = action => action,
}: ActionButtonsProps) => {
  const classes = useStyles();
  const nameOf = useActionName();
  return (
    <>
      {actions.map(action => (
        <Button
          key={action}
          size="small"
          variant={action === 'abort' ? 'outlined' : 'contained'}
          color={action === 'abort' ? 'default' : 'primary'}
          className={action === 'abort' ? classes.abort : undefined}
          disabled={disabled}
          aria-label={labelOf(nameOf(action, rollout))}
          onClick={() => onChoose(action)}
        >
          {nameOf(action, rollout)}
        </Button>
      ))}
    </>
  );
};
