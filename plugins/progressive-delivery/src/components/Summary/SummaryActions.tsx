import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RolloutAction } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { RefObject, useEffect } from 'react';
import { useEntityRollouts } from '../../hooks/delivery/useEntityRollouts';
import { useTargetReference } from '../../hooks/useTargetReference';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { ActionButtons } from '../Rollouts/Actions/ActionButtons';
import { ActionsDialog } from '../Rollouts/Actions/ActionsDialog';
import { nextActions } from '../Rollouts/Actions/nextActions';
import { useActing } from '../Rollouts/Actions/useActing';
import { useActionName } from '../Rollouts/Actions/useActionName';
import { useAuthority } from '../Rollouts/Actions/useAuthority';
import { WorkloadEntry } from './summaryOf';

/** The panel has the others. */
const MOST_BUTTONS = 2;

/** What is offered of all that can be done: what goes on by itself can only be stopped. */
function offered({ attention, rollout }: WorkloadEntry): RolloutAction[] {
  const next = nextActions(rollout);
  switch (attention) {
    case 'failing':
    case 'waiting':
      return next.slice(0, MOST_BUTTONS);
    case 'moving':
      return next.filter(action => action === 'abort');
    case 'unknown':
    case 'settled':
      return [];
    default:
      return attention satisfies never;
  }
}

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    '&:empty': { display: 'none' },
  },
}));

export interface SummaryActionsProps {
  entry: WorkloadEntry;
  /** What the workload is called in the summary. */
  name: string;
  /** Takes the focus where a button is gone with what it was for. */
  place: RefObject<HTMLElement>;
  /** Told when a dialog opens, and when it is gone. */
  onActing: (acting: boolean) => void;
}

/**
 * What can be done next to a Rollout that waits, moves or has failed, for those who may; nothing for all others, whom its
 * panel tells why, and with which commands.
 */
export const SummaryActions = ({
  entry,
  name,
  place,
  onActing,
}: SummaryActionsProps) => {
  const { rollout, staleSince, target } = entry;
  const stale = staleSince !== undefined;
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const nameOf = useActionName();
  const reference = useTargetReference(target.id);
  const { refresh } = useEntityRollouts(reference.entity);
  const authority = useAuthority(target)(rollout);
  const { chosen, choose, dialog, onDone, pending } = useActing(rollout, {
    place,
    stale,
    refresh,
  });

  const isActing = chosen !== undefined;
  useEffect(() => {
    if (isActing) {
      onActing(true);
      return () => onActing(false);
    }
    return undefined;
  }, [isActing, onActing]);

  const isOffered =
    !stale && authority.state === 'given' && rollout.kind === 'Rollout';
  const buttons = isOffered ? offered(entry) : [];
  return (
    <div className={classes.root}>
      {buttons.length > 0 && (
        <ActionButtons
          rollout={rollout}
          actions={buttons}
          disabled={pending !== undefined}
          onChoose={choose}
          labelOf={action => t('summary.act', { action, name })}
        />
      )}
      {pending && (
        <Typography
          variant="body2"
          color="textSecondary"
          component="span"
          role="status"
        >
          {t('actions.done', { action: nameOf(pending.action, pending.seen) })}
        </Typography>
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
