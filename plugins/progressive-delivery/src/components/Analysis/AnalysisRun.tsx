import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  AnalysisRunStatus,
  MetricStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../hooks/time/useClock';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Facts } from '../../ui/Facts';
import { AnalysisPhaseMark } from './AnalysisPhaseMark';
import { Metric } from './Metric';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1.5),
  },
  name: { overflowWrap: 'anywhere' },
  message: { overflowWrap: 'anywhere' },
  metrics: {
    display: 'grid',
    rowGap: theme.spacing(0.5),
    listStyle: 'none',
    margin: 0,
    padding: theme.spacing(0.25, 0, 0, 2.5),
  },
}));

export interface AnalysisRunProps {
  run: AnalysisRunStatus;
  /** What stands above it already, and is not to be said once more. */
  alreadyShown?: string;
}

/** Those that have gone wrong first. */
function byImportance({ metrics }: AnalysisRunStatus): MetricStatus[] {
  const isBad = ({ phase }: MetricStatus) =>
    phase === 'Failed' || phase === 'Error' || phase === 'Inconclusive';
  return [...metrics].sort(
    (one, other) => Number(isBad(other)) - Number(isBad(one)),
  );
}

/** An analysis run: what it is for, how it stands and since when, and its metrics. */
export const AnalysisRun = ({ run, alreadyShown = '' }: AnalysisRunProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const { completedAt, kind, metrics, name, revision, startedAt, stepIndex } =
    run;
  const purpose =
    kind === 'step' && stepIndex !== undefined
      ? t('analysis.kind.stepAt', { step: stepIndex + 1 })
      : t(`analysis.kind.${kind}`);
  const when = () => {
    if (completedAt !== undefined) {
      return t('analysis.ended', { since: clock.since(completedAt) });
    }
    return startedAt === undefined
      ? undefined
      : t('analysis.started', { since: clock.since(startedAt) });
  };
  const said =
    alreadyShown.includes(run.message ?? '') ||
    metrics.some(
      metric =>
        metric.message === run.message ||
        metric.measurements.at(-1)?.message === run.message,
    );
  return (
    <div role="group" aria-label={t('analysis.label', { name })}>
      <Typography variant="body2" component="div" className={classes.line}>
        <AnalysisPhaseMark phase={run.phase} />
        <span className={classes.name} title={name}>
          {purpose}
        </span>
        <Typography variant="body2" component="span" color="textSecondary">
          <Facts>
            {name}
            {revision !== undefined &&
              t('rollout.revision', { revision: String(revision) })}
            {when()}
          </Facts>
        </Typography>
      </Typography>
      {run.message !== undefined && !said && (
        <Typography variant="body2" component="div" className={classes.message}>
          {run.message}
        </Typography>
      )}
      <ul
        className={classes.metrics}
        aria-label={t('analysis.metrics', { name })}
      >
        {byImportance(run).map(metric => (
          <Metric key={metric.name} metric={metric} />
        ))}
      </ul>
    </div>
  );
};
