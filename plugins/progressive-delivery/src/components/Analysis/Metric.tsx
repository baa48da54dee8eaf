import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { MetricStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useId, useState } from 'react';
import { useListFormat } from '../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { FoldButton } from '../../ui/controls/FoldButton';
import { AnalysisPhaseMark } from './AnalysisPhaseMark';
import { Chart } from './Chart';
import { MeasurementDots } from './MeasurementDots';
import { MeasurementTable } from './MeasurementTable';
import { useMetricCounts } from './useMetricCounts';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1.5),
  },
  name: { fontWeight: 'bold', overflowWrap: 'anywhere' },
  value: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
  conditions: {
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
}));

/** What is asked of a metric, how often it was measured, and what it was the last time. */
export const Metric = ({ metric }: { metric: MetricStatus }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { facts } = useListFormat();
  const countsOf = useMetricCounts();
  const [isOpen, setIsOpen] = useState(false);
  const tableId = useId();
  const { failureCondition, interval, provider, successCondition } = metric;
  const last = metric.measurements.at(-1);
  const words = [
    ...countsOf(metric),
    ...(provider ? [t('analysis.provider', { provider })] : []),
    ...(interval ? [t('analysis.interval', { interval })] : []),
    ...(metric.dryRun ? [t('analysis.dryRun')] : []),
  ];
  const messages = new Set([metric.message, last?.message].filter(Boolean));
  const expression = (text: string) => (
    <span className={classes.value}>{text}</span>
  );
  return (
    <Typography variant="body2" component="li">
      <div className={classes.line}>
        <AnalysisPhaseMark phase={metric.phase} />
        <span className={classes.name}>{metric.name}</span>
        <MeasurementDots metric={metric} />
        <Chart metric={metric} />
        {last?.value !== undefined && (
          <span>{t('analysis.last', { value: expression(last.value) })}</span>
        )}
        {successCondition !== undefined && (
          <span>
            {t('analysis.wanted', {
              condition: expression(successCondition),
            })}
          </span>
        )}
        {failureCondition !== undefined && (
          <span>
            {t('analysis.unwanted', {
              condition: expression(failureCondition),
            })}
          </span>
        )}
      </div>
      <div className={classes.conditions}>{facts(words)}</div>
      {metric.measurements.length > 0 && (
        <FoldButton
          open={isOpen}
          controls={tableId}
          label={t('analysis.values', { name: metric.name })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('analysis.valuesShort')}
        </FoldButton>
      )}
      {isOpen && (
        <div id={tableId}>
          <MeasurementTable metric={metric} />
        </div>
      )}
      {[...messages].map(message => (
        <div key={message} className={classes.conditions}>
          {message}
        </div>
      ))}
    </Typography>
  );
};
