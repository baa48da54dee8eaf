import { makeStyles } from '@material-ui/core/styles';
import {
  measuredNumber,
  MetricStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { lazy, Suspense } from 'react';
import { chartSize } from './chartSize';

// Most Rollouts have no analysis.
const MeasurementChart = lazy(() =>
  import('./MeasurementChart').then(m => ({ default: m.MeasurementChart })),
);

const useStyles = makeStyles({ room: { ...chartSize, flexShrink: 0 } });

/** A {@link MeasurementChart}, whose code is loaded with the first one; nothing where fewer than two values are numbers. */
export const Chart = ({ metric }: { metric: MetricStatus }) => {
  const classes = useStyles();
  const points = metric.measurements.flatMap(({ phase, value }, index) => {
    const number = measuredNumber(value);
    return number === undefined ? [] : [{ index, phase, value: number }];
  });
  return points.length < 2 ? null : (
    <Suspense fallback={<span className={classes.room} />}>
      <MeasurementChart metric={metric} points={points} />
    </Suspense>
  );
};
