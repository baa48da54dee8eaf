import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { memo, useCallback, useRef } from 'react';
import { ClockAhead } from '../../hooks/time/ClockAhead';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { PhaseChip, ShownPhase } from '../../ui/PhaseChip';
import { shownPhase } from '../Rollouts/shownPhase';
import { SummaryActions } from './SummaryActions';
import { SummaryJump } from './SummaryJump';
import { keyOf, SummaryEntry, WorkloadEntry } from './summaryOf';
import { useSummarySentence } from './useSummarySentence';
import { useWorkloadName } from './useWorkloadName';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1),
    rowGap: theme.spacing(0.5),
  },
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

const Sentence = ({ entry }: { entry: SummaryEntry }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  switch (entry.about) {
    case 'workload':
      return (
        <ClockAhead.Provider value={entry.clockAhead}>
          <WorkloadSentence rollout={entry.rollout} />
        </ClockAhead.Provider>
      );
    case 'target':
      return <>{t(`summary.${entry.state}`)}</>;
    case 'unusable':
      return <>{t(`summary.unusable.${entry.unusable.reason}`)}</>;
    default:
      return entry satisfies never;
  }
};

function useName(entry: SummaryEntry, withTarget: boolean): string {
  const workloadName = useWorkloadName();
  switch (entry.about) {
    case 'workload':
      return withTarget ? workloadName(entry) : entry.rollout.name;
    case 'target':
      return entry.target.title;
    case 'unusable':
      return entry.unusable.reference;
    default:
      return entry satisfies never;
  }
}

function phaseOf(entry: SummaryEntry): ShownPhase {
  if (entry.about === 'workload') {
    return shownPhase(entry.rollout);
  }
  return entry.about === 'target' && entry.state === 'absent'
    ? 'Missing'
    : 'Unknown';
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
    const name = useName(entry, withTarget);
    const link = useRef<HTMLButtonElement>(null);
    const key = keyOf(entry);
    const handleActing = useCallback(
      (acting: boolean) => onActing(acting ? key : undefined),
      [onActing, key],
    );
    return (
      <li className={classes.root}>
        <PhaseChip phase={phaseOf(entry)} />
        <SummaryJump entry={entry} name={name} link={link} />
        <Typography
          variant="body2"
          component="span"
          className={classes.sentence}
        >
          <Sentence entry={entry} />
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
