import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  DeliveryTargetSummary,
  RolloutAction,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useId, useState } from 'react';
import { TargetReference } from '../../../api';
import { useErrorSentence } from '../../../hooks/texts/useErrorSentence';
import { useMessageText } from '../../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { MainButton } from '../../../ui/controls/MainButton';
import { Notice } from '../../../ui/notices/Notice';
import { useOverlayStyles } from '../../../ui/overlayStyles';
import { FoldedCommand } from '../Commands/FoldedCommand';
import { sameState } from './sameState';
import { useActionName } from './useActionName';
import { useActionSentences } from '../Effects/useActionSentences';
import { useRolloutAction } from './useRolloutAction';

export interface ActionsDialogProps {
  reference: TargetReference;
  action: RolloutAction;
  /** As it is now. */
  rollout: RolloutStatus;
  target: DeliveryTargetSummary;
  open: boolean;
  onClose: () => void;
  /** After the closing animation, when the focus is back on the page. */
  onExited: () => void;
  /** When the cluster has taken it; `seen` is what it was made for. */
  onDone: (seen: RolloutStatus) => void;
  /** Asks for what runs. */
  refresh: () => void;
}

const useStyles = makeStyles(theme => ({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
  },
  sentences: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
  },
  actions: { padding: theme.spacing(1.5, 3) },
  abort: {
    color: theme.palette.common.white,
    // The main one of Material UI is too light for a white text.
    backgroundColor: theme.palette.error.dark,
    '&:hover': { backgroundColor: theme.palette.error.dark },
  },
}));

/**
 * Says what an action will do, and does it to the Rollout as it was when that was said: what it has become meanwhile has
 * to be looked at first.
 */
export const ActionsDialog = ({
  reference,
  action,
  rollout,
  target,
  open,
  onClose,
  onExited,
  onDone,
  refresh,
}: ActionsDialogProps) => {
  const classes = useStyles();
  const overlay = useOverlayStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const errorSentence = useErrorSentence();
  const messageText = useMessageText();
  const titleId = useId();
  const textId = useId();
  const [seen, setSeen] = useState(rollout);
  const { progress, act, reset } = useRolloutAction(reference);
  const sentences = useActionSentences(action, seen);
  const name = useActionName()(action, seen);

  const busy = progress.state === 'busy';
  const undecided = progress.state === 'idle' || progress.state === 'failed';
  const changed = undecided && !sameState(seen, rollout);
  const state = seen.actions.find(each => each.action === action);
  const because =
    state?.state === 'impossible'
      ? messageText('actionRefusal', state.because)
      : undefined;

  const lookAgain = () => {
    reset();
    refresh();
    setSeen(rollout);
  };
  const confirm = async () => {
    if (await act(seen, action)) {
      onDone(seen);
    }
  };
  const lookAgainButton = (
    <Button size="small" onClick={lookAgain}>
      {t('actions.lookAgain')}
    </Button>
  );

  return (
    <Dialog
      className={overlay.root}
      open={open}
      onClose={busy ? undefined : onClose}
      TransitionProps={{ onExited }}
      maxWidth="sm"
      fullWidth
      aria-labelledby={titleId}
      aria-describedby={textId}
    >
      <DialogTitle id={titleId}>
        {t('actions.title', {
          action: name,
          kind: seen.kind,
          name: seen.name,
        })}
      </DialogTitle>
      <DialogContent className={classes.content}>
        <div id={textId} className={classes.sentences}>
          {because === undefined ? (
            sentences.map(sentence => (
              <Typography key={sentence} variant="body1">
                {sentence}
              </Typography>
            ))
          ) : (
            <Notice severity="info" title={t('actions.impossible')}>
              {because}
            </Notice>
          )}
        </div>
        {busy && (
          <div role="status" aria-label={t('actions.busy')}>
            <Progress />
          </div>
        )}
        {progress.state === 'failed' && (
          <Notice severity="error" role="alert" title={t('actions.failed')}>
            {errorSentence(progress.error)}
          </Notice>
        )}
        {progress.state === 'conflict' && (
          <Notice
            severity="warning"
            role="alert"
            title={t('actions.conflict')}
            action={lookAgainButton}
          >
            {errorSentence(progress.error)}
          </Notice>
        )}
        {changed && (
          <Notice
            severity="warning"
            role="alert"
            title={t('actions.changed')}
            action={lookAgainButton}
          >
            {t('actions.changedHelp')}
          </Notice>
        )}
        {/* It would do it to whatever the Rollout has become. */}
        {because === undefined && !changed && progress.state !== 'conflict' && (
          <FoldedCommand action={action} rollout={seen} target={target} />
        )}
      </DialogContent>
      <DialogActions className={classes.actions}>
        <Button onClick={onClose} disabled={busy}>
          {t(because === undefined ? 'actions.cancel' : 'actions.close')}
        </Button>
        {because === undefined && (
          <MainButton
            className={action === 'abort' ? classes.abort : undefined}
            onClick={confirm}
            disabled={!undecided || changed}
          >
            {name}
          </MainButton>
        )}
      </DialogActions>
    </Dialog>
  );
};
