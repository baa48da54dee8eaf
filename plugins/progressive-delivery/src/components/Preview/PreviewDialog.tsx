import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { isSameFinding } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useId } from 'react';
import { TargetReference } from '../../api';
import { errorSentence } from '../../errors/errorSentence';
import { hasStatusCode } from '../../errors/hasStatusCode';
import { useComparison } from '../../hooks/useComparison';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../../ui/Notice';
import { ObstacleSentence } from '../Preflight/ObstacleSentence';
import { OverrideReason } from '../Preflight/OverrideReason';
import { PreflightView } from '../Preflight/PreflightView';
import { useOverride } from '../Preflight/useOverride';
import { ComparisonView } from './ComparisonView';
import { ProposalForm } from './ProposalForm';
import { ProposalOpened } from './ProposalOpened';
import { SubmissionProblem } from './SubmissionProblem';
import { useOpenPullRequest } from './useOpenPullRequest';
import { useProposalFields } from './useProposalFields';

/** A requested change: one switch on or off, for the sake of a workload. */
export interface RequestedChange {
  switch: string;
  enabled: boolean;
  /** Name of the workload whose toggle was used. */
  workload: string;
}

export interface PreviewDialogProps {
  reference: TargetReference;
  change: RequestedChange;
  /** Whether this installation opens pull requests. */
  canPropose: boolean;
  open: boolean;
  onClose: () => void;
  /** After the closing animation, when the focus is back on the page. */
  onExited: () => void;
  /** When a pull request is there. */
  onProposed: () => void;
}

const useStyles = makeStyles(theme => ({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minHeight: 160,
  },
  actions: {
    padding: theme.spacing(1.5, 3),
    flexWrap: 'wrap',
    gap: theme.spacing(1),
  },
  // Where the eye is when the button was pressed, however far the preview is scrolled.
  problem: { flex: '1 1 100%' },
}));

/** Shows what a switch would do and opens the pull request for it. */
export const PreviewDialog = ({
  reference,
  change,
  canPropose,
  open,
  onClose,
  onExited,
  onProposed,
}: PreviewDialogProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const titleId = useId();
  const obstacleId = useId();
  const fields = useProposalFields();
  const { result, retry } = useComparison(
    reference,
    change.switch,
    change.enabled,
  );
  const request = useOpenPullRequest(reference);
  const { submission } = request;
  const previewed =
    result.state === 'loaded' ? result.comparison.preflight : undefined;
  const preflight = request.preflight ?? previewed;
  const override = useOverride(preflight);
  const { obstacle } = override;

  const busy = submission.state === 'busy';
  const done = submission.state === 'done';
  const problem = !busy && !done && submission.state !== 'idle';
  const changes =
    !done && result.state === 'loaded' && !result.comparison.alreadySet;

  const proposable = changes && canPropose;

  const previewAgain = () => {
    request.reset();
    retry();
  };
  const openPullRequest = async () => {
    if (result.state !== 'loaded') {
      return;
    }
    const { digest, profile } = result.comparison;
    await request.submit({
      switch: change.switch,
      enabled: change.enabled,
      digest,
      profile: profile.id,
      ...fields.request,
      ...(override.request && { override: override.request }),
    });
    onProposed();
  };

  return (
    <Dialog
      open={open}
      onClose={busy ? undefined : onClose}
      TransitionProps={{ onExited }}
      maxWidth="md"
      fullWidth
      scroll="paper"
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>
        {t(change.enabled ? 'preview.titleOn' : 'preview.titleOff', {
          name: change.workload,
        })}
      </DialogTitle>
      <DialogContent className={classes.content} dividers>
        {result.state === 'loading' && (
          <div role="status">
            <Typography variant="body2" gutterBottom>
              {t('preview.loading')}
            </Typography>
            <Progress />
          </div>
        )}
        {result.state === 'failed' && (
          <Notice
            severity="error"
            role="alert"
            title={t(
              hasStatusCode(result.error, 403)
                ? 'preview.forbidden'
                : 'preview.failed',
            )}
            action={
              <Button size="small" onClick={retry}>
                {t('retry')}
              </Button>
            }
          >
            {errorSentence(result.error)}
          </Notice>
        )}
        {!done &&
          result.state === 'loaded' &&
          (result.comparison.alreadySet ? (
            <Typography variant="body1">{t('preview.alreadySet')}</Typography>
          ) : (
            <ComparisonView comparison={result.comparison}>
              {preflight ? (
                <>
                  <PreflightView
                    preflight={preflight}
                    isNew={finding =>
                      request.preflight !== undefined &&
                      !previewed?.findings.some(each =>
                        isSameFinding(each, finding),
                      )
                    }
                    override={canPropose ? override : undefined}
                    busy={busy}
                  />
                  {canPropose && override.offered && (
                    <OverrideReason override={override} disabled={busy} />
                  )}
                </>
              ) : (
                <Typography variant="body2" color="textSecondary">
                  {t('preflight.absent')}
                </Typography>
              )}
            </ComparisonView>
          ))}
        {changes && !canPropose && (
          <Typography variant="body1">{t('preview.switchedOff')}</Typography>
        )}
        {busy && (
          <div role="status" aria-label={t('preview.opening')}>
            <Progress />
          </div>
        )}
        {submission.state === 'done' && (
          <ProposalOpened response={submission.response} />
        )}
      </DialogContent>
      <DialogActions className={classes.actions} disableSpacing>
        {problem && (
          <div className={classes.problem}>
            <SubmissionProblem
              submission={submission}
              onPreviewAgain={previewAgain}
            />
          </div>
        )}
        {proposable && obstacle && (
          <Typography
            id={obstacleId}
            variant="body2"
            role="status"
            className={classes.problem}
          >
            <ObstacleSentence obstacle={obstacle} />
          </Typography>
        )}
        {proposable && <ProposalForm fields={fields} disabled={busy} />}
        <Button onClick={onClose} disabled={busy}>
          {proposable ? t('preview.cancel') : t('preview.close')}
        </Button>
        {proposable && (
          <Button
            color="primary"
            variant="contained"
            onClick={openPullRequest}
            disabled={
              busy || submission.state === 'conflict' || obstacle !== undefined
            }
            aria-describedby={obstacle && obstacleId}
          >
            {t('preview.open')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
};
