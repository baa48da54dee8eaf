import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { memo, useCallback, useContext, useRef } from 'react';
import { ClockAhead } from '../../hooks/time/ClockAhead';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { GoToPanel } from '../../ui/GoToPanel';
import { panelId } from '../../ui/panelId';
import { PhaseChip, ShownPhase } from '../../ui/PhaseChip';
import { shownPhase } from '../Rollouts/shownPhase';
import { SummaryActions } from './SummaryActions';
import { keyOf, SummaryEntry, WorkloadEntry } from './summaryOf';
import { useSummarySentence } from './useSummarySentence';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1),
    rowGap: theme.spacing(0.5),
  },
  name: { fontWeight: 'bold', textAlign: 'left', overflowWrap: 'anywhere' },
  sentence: {
    flex: '1 1 240px',
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
}));

const WorkloadSentence = ({ rollout }: Pick<WorkloadEntry, 'rollout'>) => {
  const sentenceOf = useSummarySentence();
  return <>{sentenceOf(rollout)}</>;
};

function phaseOf(entry: SummaryEntry): ShownPhase {
  if (entry.about === 'workload') {
    return shownPhase(entry.rollout);
  }
  return entry.state === 'absent' ? 'Missing' : 'Unknown';
}

/** What needs somebody, in a sentence, and the way to its panel. Memoized, since all are drawn with each change of one. */
export const SummaryLine = memo(
  ({
    withTarget,
    onActing,
    ...entry
  }: SummaryEntry & {
    /** Whether there are other targets. */
    withTarget: boolean;
    /** Told the key of the entry when a dialog of it opens, and `undefined` when it is gone. */
    onActing: (key: string | undefined) => void;
  }) => {
    const classes = useStyles();
    const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
    const goToPanel = useContext(GoToPanel);
    const { target } = entry;
    const rollout = entry.about === 'workload' ? entry.rollout : undefined;
    const name =
      rollout && withTarget
        ? t('summary.workload', { name: rollout.name, target: target.title })
        : rollout?.name ?? target.title;
    const link = useRef<HTMLButtonElement>(null);
    const key = keyOf(entry);
    const handleActing = useCallback(
      (acting: boolean) => onActing(acting ? key : undefined),
      [onActing, key],
    );
    return (
      <li className={classes.root}>
        <PhaseChip phase={phaseOf(entry)} />
        <Link
          component="button"
          ref={link}
          variant="body2"
          className={classes.name}
          onClick={() => goToPanel(target.id, panelId(target.id, rollout))}
        >
          {name}
        </Link>
        <Typography
          variant="body2"
          component="span"
          className={classes.sentence}
        >
          {entry.about === 'workload' ? (
            <ClockAhead.Provider value={entry.clockAhead}>
              <WorkloadSentence rollout={entry.rollout} />
            </ClockAhead.Provider>
          ) : (
            t(`summary.${entry.state}`)
          )}
        </Typography>
        {entry.about === 'workload' && (
          <SummaryActions
            entry={entry}
            name={name}
            place={link}
            onActing={handleActing}
          />
        )}
      </li>
    );
  },
);
