import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  FleetRow,
  FleetWorkload,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { useNow } from '../../hooks/time/useNow';
import { useTimeFormat } from '../../hooks/texts/useTimeFormat';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { PhaseChip } from '../../ui/PhaseChip';
import { FleetSentence } from './FleetSentence';

/** Seconds after which it is told how old something is. */
const OLD_SECONDS = 60;

const useStyles = makeStyles(theme => ({
  phase: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1),
  },
}));

const phases: Record<
  FleetRow['attention'],
  FleetWorkload['phase'] | undefined
> = {
  failing: 'Degraded',
  stalled: 'Progressing',
  waiting: 'Paused',
  unknown: 'Unknown',
  moving: 'Progressing',
  pending: undefined,
  absent: undefined,
  settled: 'Healthy',
};

const Age = ({ time }: { time: string }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { span } = useTimeFormat();
  const seconds = (useNow() - Date.parse(time)) / 1000;
  return seconds < OLD_SECONDS ? null : (
    <Typography variant="body2" color="textSecondary">
      {t('fleet.old', { age: span(seconds) })}
    </Typography>
  );
};

/** How a component is: its worst workload, and what of it could not be read. */
export const FleetState = ({ row }: { row: FleetRow }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const { attention, observedAt, problems, unusable, workloadCount } = row;
  // Where it is something else that needs somebody, no workload is named for it.
  const worst = row.workloads.find(each => each.attention === attention);
  const phase = worst ? worst.phase : phases[attention];
  const isNamed = worst !== undefined && attention !== 'settled';
  return (
    <>
      <div className={classes.phase}>
        {phase ? (
          <PhaseChip phase={phase} />
        ) : (
          t(`fleet.attention.${attention}`)
        )}
        {isNamed && (
          <span>
            {t(
              worst.target === worst.name
                ? 'fleet.workload'
                : 'fleet.workloadOf',
              {
                kind: worst.kind,
                name: worst.name,
                target: worst.target,
              },
            )}
          </span>
        )}
      </div>
      {worst && <FleetSentence workload={worst} />}
      {workloadCount > 1 && (
        <Typography variant="body2" color="textSecondary">
          {isNamed
            ? t('fleet.more', { count: workloadCount - 1 })
            : t('fleet.workloads', { count: workloadCount })}
        </Typography>
      )}
      {problems.map(problem => (
        <Typography key={problem.text} variant="body2" color="textSecondary">
          {messageText('problem', problem)}
        </Typography>
      ))}
      {unusable > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('fleet.unusable', { count: unusable })}
        </Typography>
      )}
      {observedAt !== undefined && <Age time={observedAt} />}
    </>
  );
};
