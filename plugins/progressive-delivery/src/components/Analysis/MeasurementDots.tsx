import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import {
  MeasurementStatus,
  MetricStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../hooks/time/useClock';
import { useListFormat } from '../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { VisuallyHidden } from '../../ui/VisuallyHidden';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  measurement: {
    position: 'relative',
    flexShrink: 0,
    width: 10,
    height: 10,
    borderRadius: '50%',
    border: '2px solid',
  },
  Pending: { borderColor: theme.palette.status.aborted },
  Running: { borderColor: theme.palette.status.running },
  Successful: {
    borderColor: theme.palette.status.ok,
    backgroundColor: theme.palette.status.ok,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  Failed: {
    borderColor: theme.palette.status.error,
    backgroundColor: theme.palette.status.error,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
    borderRadius: 2,
  },
  Error: { borderColor: theme.palette.status.error, borderRadius: 2 },
  Inconclusive: { borderColor: theme.palette.status.warning },
  Unknown: { borderColor: theme.palette.status.aborted },
}));

/** A mark for each of the last measurements, oldest first: filled round when good, filled square when not. */
export const MeasurementDots = ({
  metric: { name, measurements },
}: {
  metric: Pick<MetricStatus, 'name' | 'measurements'>;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const { facts } = useListFormat();
  const sentenceOf = ({ at, message, phase, value }: MeasurementStatus) => {
    const measured = facts([
      t(`analysis.phase.${phase}`),
      ...(value ? [value] : []),
      ...(at === undefined
        ? []
        : [t('analysis.measuredSince', { since: clock.since(at) })]),
    ]);
    return message
      ? t('rollout.because', { what: measured, message })
      : measured;
  };
  return measurements.length === 0 ? null : (
    <ul
      className={classes.root}
      aria-label={t('analysis.measurements', { name })}
    >
      {measurements.map((measurement, index) => (
        <Tooltip
          // Measurements have no name; what they are told apart by is their place.
          // eslint-disable-next-line react/no-array-index-key
          key={index}
          title={sentenceOf(measurement)}
        >
          <li
            className={`${classes.measurement} ${classes[measurement.phase]}`}
          >
            <VisuallyHidden>{sentenceOf(measurement)}</VisuallyHidden>
          </li>
        </Tooltip>
      ))}
    </ul>
  );
};
