import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { DeliveryTargetSummary } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useId } from 'react';
import { useCharts } from '../../hooks/delivery/useCharts';
import { useTargetReference } from '../../hooks/useTargetReference';
import { repositoryName } from '../../repositories/repositoryName';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { FailedNotice } from '../../ui/notices/FailedNotice';
import { NotPreparableNotice } from '../../ui/notices/NotPreparableNotice';
import { StaleNotice } from '../../ui/notices/StaleNotice';
import { UnreadableSourcesNotice } from '../../ui/notices/UnreadableSourcesNotice';
import { Working } from '../../ui/Working';
import { SubPageHeader } from '../Preview/SubPageHeader';
import { ChartChoice } from './ChartChoice';
import { ChartPreparation } from './ChartPreparation';
import { chosenChart } from './chosenChart';
import { NoSuchChart } from './NoSuchChart';
import { ProofSkeleton } from './ProofSkeleton';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
  part: { padding: theme.spacing(2) },
  from: { overflowWrap: 'anywhere' },
}));

export interface PreparationProps {
  target: DeliveryTargetSummary;
  /** Id of the chart that the address names. */
  chart?: string;
  /** Who is signed in, as an entity reference. */
  user: string;
  /** When a pull request is there. */
  onProposed: () => void;
}

/** Gives a chart of a target the switch, from the change to the preview of the switch. */
export const Preparation = ({
  target,
  chart: chartId,
  user,
  onProposed,
}: PreparationProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const titleId = useId();
  const reference = useTargetReference(target.id);
  const { polled, refresh } = useCharts(reference);

  const {
    charts = [],
    notPreparable,
    unreadable,
  } = polled.state === 'loaded' ? polled.value : {};
  const chart = chosenChart(charts, chartId);
  if (polled.state === 'loaded' && chartId !== undefined && !chart) {
    return <NoSuchChart />;
  }
  return (
    <section className={classes.root} aria-labelledby={titleId}>
      <SubPageHeader
        // The link to a chart is gone once that is chosen: the focus goes to the title of what is shown now.
        key={chartId ?? ''}
        titleId={titleId}
        title={
          chart
            ? t('preparation.title', { chart: chart.name })
            : t('preparation.titleOfSome')
        }
        target={target}
      >
        {chart?.repository !== undefined && (
          <Typography variant="body2" className={classes.from}>
            {t('preparation.from', {
              directory: chart.directory || '.',
              repository: repositoryName(chart.repository),
            })}
          </Typography>
        )}
      </SubPageHeader>
      {polled.state === 'loading' && (
        <Paper className={classes.part}>
          <Working doing={t('preparation.loadingPage')}>
            <ProofSkeleton />
          </Working>
        </Paper>
      )}
      {polled.state === 'failed' && (
        <FailedNotice
          title={t('preparation.chartsFailed')}
          error={polled.error}
          onRetry={refresh}
        />
      )}
      {polled.state === 'loaded' && polled.failure && (
        <StaleNotice since={polled.receivedAt} failure={polled.failure} />
      )}
      {notPreparable && <NotPreparableNotice reason={notPreparable} />}
      <UnreadableSourcesNotice unreadable={unreadable} />
      {charts.length > 1 && (
        <ChartChoice target={target.title} charts={charts} chosen={chart?.id} />
      )}
      {chart && (
        <ChartPreparation
          key={chart.id}
          reference={reference}
          target={target}
          chart={chart}
          user={user}
          onProposed={() => {
            refresh();
            onProposed();
          }}
          onCheckAgain={refresh}
        />
      )}
    </section>
  );
};
