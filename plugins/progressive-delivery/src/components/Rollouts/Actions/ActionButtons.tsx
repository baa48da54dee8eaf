import Button, { ButtonProps } from '@material-ui/core/Button';
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

const AbortButton = (props: ButtonProps) => (
  <Button {...props} variant="outlined" className={useStyles().abort} />
);

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
  const nameOf = useActionName();
  return (
    <>
      {actions.map(action => {
        const name = nameOf(action, rollout);
        const ActionButton = action === 'abort' ? AbortButton : MainButton;
        return (
          <ActionButton
            key={action}
            size="small"
            disabled={disabled}
            aria-label={labelOf(name)}
            onClick={() => onChoose(action)}
          >
            {name}
          </ActionButton>
        );
      })}
    </>
  );
};
