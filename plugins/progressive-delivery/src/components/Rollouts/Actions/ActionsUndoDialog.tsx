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
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useId } from 'react';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { FoldedCommand } from '../Commands/FoldedCommand';
import { useOverlayStyles } from '../../../ui/overlayStyles';

const useStyles = makeStyles(theme => ({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
  },
  where: { overflowWrap: 'anywhere' },
}));

export interface ActionsUndoDialogProps {
  rollout: RolloutStatus;
  target: DeliveryTargetSummary;
  open: boolean;
  onClose: () => void;
  /** After the closing animation, when the focus is back on the page. */
  onExited: () => void;
}

/** Why undo is not offered, and where the way that lasts begins. */
export const ActionsUndoDialog = ({
  rollout,
  target,
  open,
  onClose,
  onExited,
}: ActionsUndoDialogProps) => {
  const classes = useStyles();
  const overlay = useOverlayStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const titleId = useId();
  const textId = useId();
  return (
    <Dialog
      className={overlay.root}
      open={open}
      onClose={onClose}
      TransitionProps={{ onExited }}
      maxWidth="sm"
      fullWidth
      aria-labelledby={titleId}
      aria-describedby={textId}
    >
      <DialogTitle id={titleId}>
        {t('actions.title', {
          action: t('actions.name.undo'),
          kind: rollout.kind,
          name: rollout.name,
        })}
      </DialogTitle>
      <DialogContent className={classes.content}>
        <div id={textId}>
          <Typography variant="body1" paragraph>
            {t('actions.undoWhy')}
          </Typography>
          <Typography variant="body1" gutterBottom>
            {t('actions.undoInstead')}
          </Typography>
          {target.sources.map(({ path, repository, revision, valuesFile }) => (
            <Typography
              key={`${repository} ${path}`}
              variant="body2"
              color="textSecondary"
              className={classes.where}
            >
              {t('actions.undoWhere', {
                file: valuesFile ?? path,
                revision,
                repository,
              })}
            </Typography>
          ))}
        </div>
        <FoldedCommand action="undo" rollout={rollout} target={target} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('actions.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
