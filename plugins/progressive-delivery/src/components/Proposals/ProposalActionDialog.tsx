import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { Proposal } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useId } from 'react';
import { TargetReference } from '../../api';
import { useErrorSentence } from '../../hooks/texts/useErrorSentence';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { MainButton } from '../../ui/controls/MainButton';
import { Notice } from '../../ui/notices/Notice';
import { useOverlayStyles } from '../../ui/overlayStyles';
import { ProposalAction, useProposalAction } from './useProposalAction';

export interface ProposalActionDialogProps {
  reference: TargetReference;
  proposal: Proposal;
  action: ProposalAction;
  open: boolean;
  onClose: () => void;
  /** After the closing animation, when the focus is back on the page. */
  onExited: () => void;
  onDone: () => void;
}

/** Says what becomes of a pull request, and does it when that is confirmed. */
export const ProposalActionDialog = ({
  reference,
  proposal,
  action,
  open,
  onClose,
  onExited,
  onDone,
}: ProposalActionDialogProps) => {
  const overlay = useOverlayStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const errorSentence = useErrorSentence();
  const titleId = useId();
  const textId = useId();
  const { progress, act } = useProposalAction(reference);
  const busy = progress.state === 'busy';
  const confirm = async () => {
    if (await act(proposal, action)) {
      onDone();
      onClose();
    }
  };
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
        {t(`proposals.action.${action}Title`, {
          number: String(proposal.number),
        })}
      </DialogTitle>
      <DialogContent>
        <Typography id={textId} variant="body1" paragraph>
          {t(`proposals.action.${action}Help`)}
        </Typography>
        {busy && (
          <div role="status" aria-label={t('proposals.action.busy')}>
            <Progress />
          </div>
        )}
        {progress.state === 'failed' && (
          <Notice
            severity="error"
            role="alert"
            title={t('proposals.action.failed')}
          >
            {errorSentence(progress.error)}
          </Notice>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          {t('proposals.action.cancel')}
        </Button>
        <MainButton onClick={confirm} disabled={busy}>
          {t(`proposals.action.${action}`)}
        </MainButton>
      </DialogActions>
    </Dialog>
  );
};
