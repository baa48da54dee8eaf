import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  DeliveryTargetSummary,
  rolloutActionSchema,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useRef } from 'react';
import { TargetReference } from '../../../api';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { ActionButtons } from './ActionButtons';
import { ActionsDialog } from './ActionsDialog';
import { ActionsMenu } from './ActionsMenu';
import { ActionsUndoDialog } from './ActionsUndoDialog';
import { nextActions } from './nextActions';
import { useActing } from './useActing';
import { useActionName } from './useActionName';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
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
  const place = useRef<HTMLDivElement>(null);
  const { chosen, choose, dialog, onDone, pending } = useActing(rollout, {
    place,
    stale,
    refresh,
  });
  const buttons = nextActions(rollout);
  return (
    <div
      ref={place}
      className={classes.root}
      role="group"
      tabIndex={-1}
      aria-label={t('actions.label', { name: rollout.name })}
    >
      <ActionButtons
        rollout={rollout}
        actions={buttons}
        disabled={pending !== undefined}
        onChoose={choose}
      />
      <ActionsMenu
        rollout={rollout}
        actions={rolloutActionSchema.options.filter(
          action => !buttons.includes(action),
        )}
        disabled={pending !== undefined}
        onChoose={choose}
      />
      <Typography
        variant="body2"
        color="textSecondary"
        component="span"
        role="status"
      >
        {pending &&
          t('actions.done', { action: nameOf(pending.action, pending.seen) })}
      </Typography>
      {chosen === 'undo' && (
        <ActionsUndoDialog {...dialog} rollout={rollout} target={target} />
      )}
      {chosen !== undefined && chosen !== 'undo' && (
        <ActionsDialog
          {...dialog}
          reference={reference}
          rollout={rollout}
          target={target}
          action={chosen}
          refresh={refresh}
          onDone={onDone}
        />
      )}
    </div>
  );
};
