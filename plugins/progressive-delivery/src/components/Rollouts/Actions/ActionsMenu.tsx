import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import {
  RolloutAction,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useId, useRef, useState } from 'react';
import { useMessageText } from '../../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { useOverlayStyles } from '../../../ui/overlayStyles';
import { useActionName } from './useActionName';

const useStyles = makeStyles({
  // Reasons are sentences. Dense ones, Backstage's theme would cut.
  item: { '&&': { whiteSpace: 'normal' }, maxWidth: 420 },
  impossible: { cursor: 'default' },
});

export interface ActionsMenuProps {
  rollout: RolloutStatus;
  /** Those that are not offered elsewhere, in their order. */
  actions: RolloutAction[];
  disabled: boolean;
  onChoose: (action: RolloutAction | 'undo') => void;
}

/** All other actions. Those that cannot be taken can be reached by the keyboard as well, for the sake of the reason. */
export const ActionsMenu = ({
  rollout,
  actions,
  disabled,
  onChoose,
}: ActionsMenuProps) => {
  const classes = useStyles();
  const overlay = useOverlayStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const nameOf = useActionName();
  const messageText = useMessageText();
  const menuId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);

  const choose = (action: RolloutAction | 'undo') => {
    setOpen(false);
    onChoose(action);
  };
  return (
    <>
      <Button
        ref={button}
        size="small"
        endIcon={<ArrowDropDownIcon />}
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(true)}
      >
        {t('actions.more')}
      </Button>
      <Menu
        className={overlay.root}
        id={menuId}
        open={open}
        anchorEl={button.current}
        onClose={() => setOpen(false)}
        MenuListProps={{ disabledItemsFocusable: true }}
      >
        {actions.map(action => {
          const state = rollout.actions.find(each => each.action === action);
          const because =
            state?.state === 'impossible'
              ? messageText('actionRefusal', state.because)
              : undefined;
          return (
            <MenuItem
              key={action}
              className={`${classes.item} ${
                because === undefined ? '' : classes.impossible
              }`}
              aria-disabled={because !== undefined}
              disableRipple={because !== undefined}
              onClick={because === undefined ? () => choose(action) : undefined}
            >
              <ListItemText
                primary={nameOf(action, rollout)}
                primaryTypographyProps={{
                  color: because === undefined ? 'initial' : 'textSecondary',
                }}
                secondary={because}
              />
            </MenuItem>
          );
        })}
        <MenuItem className={classes.item} onClick={() => choose('undo')}>
          <ListItemText
            primary={t('actions.name.undo')}
            secondary={t('actions.undoHint')}
          />
        </MenuItem>
      </Menu>
    </>
  );
};
