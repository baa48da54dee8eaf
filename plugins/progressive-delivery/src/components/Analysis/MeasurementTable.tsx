import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { MetricStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../hooks/time/useClock';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { ScrollableTable } from '../../ui/ScrollableTable';
import { AnalysisPhaseMark } from './AnalysisPhaseMark';

const useStyles = makeStyles({
  root: { width: 'auto' },
  value: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
  message: { overflowWrap: 'anywhere' },
});

/** The last measurements of a metric, latest first. */
export const MeasurementTable = ({
  metric: { measurements, name },
}: {
  metric: Pick<MetricStatus, 'name' | 'measurements'>;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const hasMessages = measurements.some(({ message }) => message);
  return (
    <ScrollableTable label={t('analysis.values', { name })}>
      <Table
        size="small"
        className={classes.root}
        aria-label={t('analysis.values', { name })}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('analysis.time')}</TableCell>
            <TableCell>{t('analysis.value')}</TableCell>
            <TableCell>{t('analysis.result')}</TableCell>
            {hasMessages && <TableCell>{t('analysis.note')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {measurements
            .map((measurement, index) => ({ ...measurement, index }))
            .reverse()
            .map(({ at, index, message, phase, value }) => (
              <TableRow key={index}>
                <TableCell>{at !== undefined && clock.at(at)}</TableCell>
                <TableCell className={classes.value}>{value}</TableCell>
                <TableCell>
                  <AnalysisPhaseMark phase={phase} />
                </TableCell>
                {hasMessages && (
                  <TableCell className={classes.message}>{message}</TableCell>
                )}
              </TableRow>
            ))}
        </TableBody>
      </Table>
    </ScrollableTable>
  );
};
