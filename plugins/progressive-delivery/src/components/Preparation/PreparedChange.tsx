import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  ANNOTATION_SWITCH,
  APPLICATION_ANNOTATION_ENTITIES,
  DeliveryChart,
  DeliveryTargetSummary,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TargetReference } from '../../api';
import { hasStatusCode } from '../../errors/hasStatusCode';
import { useChartPreparation } from '../../hooks/delivery/useChartPreparation';
import { useListFormat } from '../../hooks/texts/useListFormat';
import { useProposable } from '../../hooks/useProposable';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { FailedNotice } from '../../ui/notices/FailedNotice';
import { Notice } from '../../ui/notices/Notice';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { Working } from '../../ui/Working';
import { ProposalForm } from '../Preview/ProposalForm';
import { useProposalFields } from '../Preview/useProposalFields';
import { Obstacles } from './Obstacles';
import { Proof } from './Proof';
import { ProofSkeleton } from './ProofSkeleton';
import { PrepareChart } from './usePrepareChart';

const useStyles = makeStyles(theme => ({
  part: { padding: theme.spacing(2) },
}));

export interface PreparedChangeProps {
  reference: TargetReference;
  target: DeliveryTargetSummary;
  chart: DeliveryChart;
  user: string;
  request: PrepareChart;
  /** When a pull request is there. */
  onProposed: () => void;
  /** When it is checked once more, so that what is known of the chart may be outdated, too. */
  onCheckAgain: () => void;
}

/** What gives a chart the switch and what was proved of it, or what is in the way, and the pull request for it. */
export const PreparedChange = ({
  reference,
  target,
  chart,
  user,
  request: { reset, submission, submit },
  onProposed,
  onCheckAgain,
}: PreparedChangeProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { names } = useListFormat();
  const fields = useProposalFields(
    `progressive-delivery/preparation/${JSON.stringify([
      user,
      reference,
      chart.id,
    ])}`,
  );
  const { result, renew } = useChartPreparation(reference, chart.id);
  const { loading, refusal } = useProposable();
  const whyNot =
    target.enabled?.proposals ?? true ? refusal : t('preview.switchedOff');
  const preparation = result.state === 'loaded' ? result.value : undefined;
  const notOwned =
    preparation?.state === 'prepared' ? preparation.notOwned : undefined;
  const renewing = result.state === 'loaded' && result.renewing;

  const checkAgain = () => {
    reset();
    renew();
    onCheckAgain();
  };
  const prepare = async (digest: string) => {
    if (await submit({ digest, ...fields.request })) {
      fields.forget();
      onProposed();
    }
  };
  // Said once more after each check, also where it is the same.
  const outcome = () => {
    if (renewing) {
      return undefined;
    }
    switch (preparation?.state) {
      case 'prepared':
        return t('preparation.prepared', {
          count: preparation.workloads.length,
        });
      case 'refused':
        return t('preparation.refused');
      default:
        return undefined;
    }
  };
  return (
    <>
      <VisuallyHidden role="status">{outcome()}</VisuallyHidden>
      {result.state === 'loading' && (
        <Paper className={classes.part}>
          <Working doing={t('preparation.working')}>
            <ProofSkeleton />
          </Working>
        </Paper>
      )}
      {result.state === 'failed' && (
        <FailedNotice
          title={t(
            hasStatusCode(result.error, 403)
              ? 'preparation.forbidden'
              : 'preparation.failed',
          )}
          error={result.error}
          onRetry={checkAgain}
        />
      )}
      {preparation?.state === 'refused' && (
        <Obstacles
          obstacles={preparation.obstacles}
          base={preparation.base}
          checking={renewing}
          onCheckAgain={checkAgain}
        />
      )}
      {preparation?.state === 'prepared' && (
        <>
          <Paper className={classes.part}>
            <Proof preparation={preparation} />
          </Paper>
          {renewing && (
            <Paper className={classes.part}>
              <Working doing={t('preparation.working')} />
            </Paper>
          )}
          {whyNot !== undefined && <Notice severity="info" title={whyNot} />}
          {whyNot === undefined && notOwned && (
            <Notice severity="info" title={t('preparation.notOwned')}>
              {t('preparation.notOwnedHelp', {
                switches: names(notOwned),
                annotation: ANNOTATION_SWITCH,
                entities: APPLICATION_ANNOTATION_ENTITIES,
              })}
            </Notice>
          )}
          {!loading && whyNot === undefined && !notOwned && (
            <ProposalForm
              fields={fields}
              submission={submission}
              renewing={renewing}
              submitLabel={
                chart.proposal?.state === 'open'
                  ? t('preparation.update')
                  : undefined
              }
              conflict={{
                title: t('preparation.outdated'),
                action: t('preparation.checkAgain'),
              }}
              onPreviewAgain={checkAgain}
              onSubmit={() => prepare(preparation.digest)}
            />
          )}
        </>
      )}
    </>
  );
};
