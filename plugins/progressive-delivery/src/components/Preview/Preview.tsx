import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  DeliveryTargetSummary,
  isSameFinding,
  SwitchChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useId } from 'react';
import { hasStatusCode } from '../../errors/hasStatusCode';
import { useComparison } from '../../hooks/delivery/useComparison';
import { useErrorSentence } from '../../hooks/texts/useErrorSentence';
import { useProposable } from '../../hooks/useProposable';
import { useProposals } from '../../hooks/delivery/useProposals';
import { useTargetReference } from '../../hooks/useTargetReference';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { CopyableCode } from '../../ui/CopyableCode';
import { FailedNotice } from '../../ui/notices/FailedNotice';
import { Notice } from '../../ui/notices/Notice';
import { OverrideReason } from '../Preflight/OverrideReason';
import { PreflightView } from '../Preflight/PreflightView';
import { useOverride } from '../Preflight/useOverride';
import { ComparisonStages } from './ComparisonStages';
import { ComparisonView } from './ComparisonView';
import { PreviewHeader } from './PreviewHeader';
import { ProposalForm } from './ProposalForm';
import { ProposalOpened } from './ProposalOpened';
import { SwitchProposals } from './SwitchProposals';
import { useOpenPullRequest } from './useOpenPullRequest';
import { useStageSentence } from './useStageSentence';
import { useProposalFields } from './useProposalFields';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
  part: { padding: theme.spacing(2) },
}));

export interface PreviewProps {
  target: DeliveryTargetSummary;
  change: SwitchChange;
  /** Who is signed in, as an entity reference. */
  user: string;
  /** When a pull request is there. */
  onProposed: () => void;
}

/** Shows what a switch would do, opens the pull request for it, and follows it. */
export const Preview = ({ target, change, user, onProposed }: PreviewProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const errorSentence = useErrorSentence();
  const titleId = useId();
  const reference = useTargetReference(target.id);
  const fields = useProposalFields(
    `progressive-delivery/proposal/${JSON.stringify([
      user,
      reference,
      change,
    ])}`,
  );
  const { result, renew, stage } = useComparison(reference, change);
  const doing = useStageSentence(stage);
  const proposals = useProposals(reference);
  const { loading, reasonAgainst } = useProposable();
  const request = useOpenPullRequest(reference);
  const { submission } = request;
  const previewed =
    result.state === 'loaded' ? result.value.preflight : undefined;
  const preflight = request.preflight ?? previewed;
  const override = useOverride(preflight, {
    accepted: fields.values.overridden,
    onAccepted: overridden => fields.change({ overridden }),
    reason: fields.values.overrideReason,
  });

  const deliverySwitch = target.switches.find(({ id }) => id === change.switch);
  const whyNot =
    target.enabled?.proposals ?? true
      ? deliverySwitch && reasonAgainst(deliverySwitch)
      : t('preview.switchedOff');
  const canPropose = !loading && whyNot === undefined;
  const busy = submission.state === 'busy';
  const renewing = result.state === 'loaded' && result.renewing;

  const { reset } = request;
  const previewAgain = useCallback(() => {
    reset();
    renew();
  }, [renew, reset]);
  const openPullRequest = async () => {
    if (result.state !== 'loaded') {
      return;
    }
    const { digest, profile } = result.value;
    const opened = await request.submit({
      ...change,
      digest,
      profile: profile.id,
      ...fields.request,
      ...(override.request && { override: override.request }),
    });
    if (opened) {
      fields.forget();
    }
    proposals.refresh();
    onProposed();
  };

  return (
    <section className={classes.root} aria-labelledby={titleId}>
      <PreviewHeader titleId={titleId} target={target} change={change} />
      {submission.state === 'done' && (
        <Paper className={classes.part}>
          <ProposalOpened response={submission.response} />
        </Paper>
      )}
      <SwitchProposals
        reference={reference}
        target={target}
        change={change}
        opened={
          submission.state === 'done'
            ? submission.response.proposal.number
            : undefined
        }
        polling={proposals}
      />
      {result.state === 'loading' && (
        <Paper className={classes.part}>
          <ComparisonStages stage={stage} />
        </Paper>
      )}
      {result.state === 'failed' && (
        <FailedNotice
          title={t(
            hasStatusCode(result.error, 403)
              ? 'preview.forbidden'
              : 'preview.failed',
          )}
          error={result.error}
          onRetry={renew}
        >
          {hasStatusCode(result.error, 400) ? (
            // In the words of the tool that renders, with file and line.
            <CopyableCode
              label={t('preview.failed')}
              code={errorSentence(result.error)}
              copyLabel={t('unusable.copy')}
            />
          ) : undefined}
        </FailedNotice>
      )}
      {result.state === 'loaded' &&
        submission.state !== 'done' &&
        (result.value.alreadySet ? (
          <Paper className={classes.part}>
            <Typography variant="body1">{t('preview.alreadySet')}</Typography>
          </Paper>
        ) : (
          <>
            <Paper className={classes.part}>
              <ComparisonView
                comparison={result.value}
                onPreviewAgain={previewAgain}
              >
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
                      doing={renewing ? doing : undefined}
                      onCheckAgain={previewAgain}
                    />
                    {canPropose && override.offered && (
                      <OverrideReason
                        reason={fields.values.overrideReason}
                        onChange={overrideReason =>
                          fields.change({ overrideReason })
                        }
                        disabled={busy}
                      />
                    )}
                  </>
                ) : (
                  <Typography variant="body2" color="textSecondary">
                    {t('preflight.absent')}
                  </Typography>
                )}
              </ComparisonView>
            </Paper>
            {whyNot !== undefined && <Notice severity="info" title={whyNot} />}
            {canPropose && (
              <ProposalForm
                fields={fields}
                submission={submission}
                obstacle={override.obstacle}
                renewing={renewing}
                onPreviewAgain={previewAgain}
                onSubmit={openPullRequest}
              />
            )}
          </>
        ))}
    </section>
  );
};
