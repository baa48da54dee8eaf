import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  MeasurementStatus,
  MetricStatus,
  numberComparison,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useLocale } from '../../hooks/texts/useLocale';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { chartSize } from './chartSize';

const { width: WIDTH, height: HEIGHT } = chartSize;
/** Room for the marks at the edges. */
const MARGIN = 4;

const useStyles = makeStyles(theme => ({
  root: {
    flexShrink: 0,
    overflow: 'visible',
    // Browsers force the colors of texts only; the marks are told apart by their shapes.
    '@media (forced-colors: active)': {
      '& *': { stroke: 'CanvasText' },
      '& circle, & rect': { fill: 'CanvasText' },
    },
  },
  line: {
    fill: 'none',
    stroke: theme.palette.text.secondary,
    strokeWidth: 1.5,
  },
  limit: {
    stroke: theme.palette.text.primary,
    strokeWidth: 1,
    strokeDasharray: '4 3',
  },
  good: { fill: theme.palette.status.ok },
  bad: { fill: theme.palette.status.error },
  other: { fill: theme.palette.text.secondary },
}));

/** Digits beyond these are noise to the eye. */
const DIGITS = 4;

/**
 * What was measured, against what the condition compares it with: the last ten values, good ones round, bad ones square.
 * Drawn by hand, since that is a line and ten marks, and a charting library weighs more than the whole tab.
 */
export const MeasurementChart = ({
  metric: { failureCondition, measurements, name, successCondition },
  points,
}: {
  metric: Pick<
    MetricStatus,
    'failureCondition' | 'measurements' | 'name' | 'successCondition'
  >;
  /** The measurements whose values are numbers, at least two, by their places among all. */
  points: {
    index: number;
    phase: MeasurementStatus['phase'];
    value: number;
  }[];
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const locale = useLocale();
  const limit = (
    numberComparison(successCondition) ?? numberComparison(failureCondition)
  )?.limit;
  const values = points.map(({ value }) => value);
  const all = limit === undefined ? values : [...values, limit];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const x = (index: number) =>
    MARGIN + (index / (measurements.length - 1)) * (WIDTH - 2 * MARGIN);
  const y = (value: number) =>
    high === low
      ? HEIGHT / 2
      : HEIGHT -
        MARGIN -
        ((value - low) / (high - low)) * (HEIGHT - 2 * MARGIN);
  const rounded = (value: number) =>
    value.toLocaleString(locale, { maximumSignificantDigits: DIGITS });
  const said = {
    name,
    lowest: rounded(Math.min(...values)),
    highest: rounded(Math.max(...values)),
    last: rounded(values[values.length - 1]),
  };
  return (
    <svg
      className={classes.root}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={
        limit === undefined
          ? t('analysis.chart', said)
          : t('analysis.chartLimit', { ...said, limit: rounded(limit) })
      }
    >
      {limit !== undefined && (
        <line
          className={classes.limit}
          x1={0}
          x2={WIDTH}
          y1={y(limit)}
          y2={y(limit)}
        />
      )}
      <polyline
        className={classes.line}
        points={points
          .map(({ index, value }) => `${x(index)},${y(value)}`)
          .join(' ')}
      />
      {points.map(({ index, phase, value }) =>
        phase === 'Failed' || phase === 'Error' ? (
          <rect
            key={index}
            className={classes.bad}
            x={x(index) - 3}
            y={y(value) - 3}
            width={6}
            height={6}
          />
        ) : (
          <circle
            key={index}
            className={phase === 'Successful' ? classes.good : classes.other}
            cx={x(index)}
            cy={y(value)}
            r={3}
          />
        ),
      )}
    </svg>
  );
};
