import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  DeliveryTargetSummary,
  RolloutAction,
  rolloutActionSchema,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useEffect, useRef, useState } from 'react';
import { TargetReference } from '../../../api';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { ActionsDialog } from './ActionsDialog';
import { ActionsMenu } from './ActionsMenu';
import { ActionsUndoDialog } from './ActionsUndoDialog';
import { sameState } from './sameState';
import { useActionName } from './useActionName';

/** What somebody at night looks for; the others are a menu away. */
const BUTTONS: RolloutAction[] = ['promote', 'retry', 'abort'];

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  abort: {
    color: theme.palette.error.main,
    borderColor: theme.palette.error.main,
  },
}));

export interface ActionsProps {
  reference: TargetReference;
  target: DeliveryTargetSummary;
  rollout: RolloutStatus;
  /** Whether what is shown could not be renewed, so that it cannot show what an action has done. */
  stale?: boolean;
  /** Asks for what runs. */
  refresh: () => void;
}

/** What can be done to a Rollout, for those who may. */
export const Actions = ({
  reference,
  target,
  rollout,
  stale = false,
  refresh,
}: ActionsProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const nameOf = useActionName();
  const group = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<RolloutAction | 'undo'>();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<{
    action: RolloutAction;
    seen: RolloutStatus;
  }>();

  // Until the Rollout shows that it has changed, whoever acts again would act on what is no longer. It shows nothing once
  // the stream is broken; the backend then refuses what is for another state.
  const pending = done !== undefined && !stale && sameState(done.seen, rollout);

  // The button that opened the dialog is gone with what it was for; the focus then has nowhere to go back to.
  const wasChosen = useRef(false);
  useEffect(() => {
    if (
      wasChosen.current &&
      !chosen &&
      document.activeElement === document.body
    ) {
      group.current?.focus();
    }
    wasChosen.current = chosen !== undefined;
  }, [chosen]);

  const buttons = BUTTONS.filter(action =>
    rollout.actions.some(
      each => each.action === action && each.state === 'possible',
    ),
  );
  const choose = (action: RolloutAction | 'undo') => {
    setChosen(action);
    setOpen(true);
  };
  const dialog = {
    rollout,
    target,
    open,
    onClose: () => setOpen(false),
    onExited: () => setChosen(undefined),
  };
  return (
    <div
      ref={group}
      className={classes.root}
      role="group"
      tabIndex={-1}
      aria-label={t('actions.label', { name: rollout.name })}
    >
      {buttons.map(action => (
        <Button
          key={action}
          size="small"
          variant={action === 'abort' ? 'outlined' : 'contained'}
          color={action === 'abort' ? 'default' : 'primary'}
          className={action === 'abort' ? classes.abort : undefined}
          disabled={pending}
          onClick={() => choose(action)}
        >
          {nameOf(action, rollout)}
        </Button>
      ))}
      <ActionsMenu
        rollout={rollout}
        actions={rolloutActionSchema.options.filter(
          action => !buttons.includes(action),
        )}
        disabled={pending}
        onChoose={choose}
      />
      <Typography
        variant="body2"
        color="textSecondary"
        component="span"
        role="status"
      >
        {pending &&
          t('actions.done', { action: nameOf(done.action, done.seen) })}
      </Typography>
      {chosen === 'undo' && <ActionsUndoDialog {...dialog} />}
      {chosen !== undefined && chosen !== 'undo' && (
        <ActionsDialog
          {...dialog}
          reference={reference}
          action={chosen}
          refresh={refresh}
          onDone={seen => {
            setDone({ action: chosen, seen });
            setOpen(false);
            refresh();
          }}
        />
      )}
    </div>
  );
};
