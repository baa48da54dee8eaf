import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  RolloutAction,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { MainButton } from '../../../ui/controls/MainButton';
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
      {actions.map(action => {
        const name = nameOf(action, rollout);
        const button = {
          size: 'small',
          disabled,
          'aria-label': labelOf(name),
          onClick: () => onChoose(action),
        } as const;
        return action === 'abort' ? (
          <Button
            key={action}
            {...button}
            variant="outlined"
            className={classes.abort}
          >
            {name}
          </Button>
        ) : (
          <MainButton key={action} {...button}>
            {name}
          </MainButton>
        );
      })}
    </>
  );
};
