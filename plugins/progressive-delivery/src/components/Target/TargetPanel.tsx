import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  DeliveryTargetSummary,
  ProposalsResponse,
  RolloutsResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { memo, useEffect, useId, useRef } from 'react';
import { useMessageText } from '../../hooks/useMessageText';
import { useProposals } from '../../hooks/useProposals';
import { useRollouts } from '../../hooks/useRollouts';
import { useTargetReference } from '../../hooks/useTargetReference';
import { Polled } from '../../polling/Polled';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../../ui/Notice';
import { panelId } from '../../ui/panelId';
import { Sentences } from '../../ui/Sentences';
import { Proposals } from '../Proposals/Proposals';
import { Rollouts } from '../Rollouts/Rollouts';
import { SwitchNotes } from './SwitchNotes';
import { TargetHeader } from './TargetHeader';
import { WorkloadTable } from './WorkloadTable';

// What runs changes more often than what these show.
const MemoizedTargetHeader = memo(TargetHeader);
const MemoizedWorkloadTable = memo(WorkloadTable);
const MemoizedSwitchNotes = memo(SwitchNotes);
const MemoizedProposals = memo(Proposals);

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
  },
}));

/** Which kinds run and how, and how far the proposals are: what the target's own state depends on. */
function stateOf(
  rollouts: Polled<RolloutsResponse>,
  proposals: Polled<ProposalsResponse>,
): string | undefined {
  if (rollouts.state !== 'loaded' || proposals.state !== 'loaded') {
    return undefined;
  }
  return JSON.stringify([
    rollouts.value.rollouts.map(({ kind, namespace, name, phase }) => [
      kind,
      namespace,
      name,
      phase,
    ]),
    proposals.value.proposals.map(({ number, journey }) => [
      number,
      journey.map(({ state }) => state),
    ]),
  ]);
}

function kindsOf(rollouts: Polled<RolloutsResponse>): string | undefined {
  return rollouts.state === 'loaded'
    ? JSON.stringify(
        rollouts.value.rollouts.map(({ kind, namespace, name }) => [
          kind,
          namespace,
          name,
        ]),
      )
    : undefined;
}

/** Tells when what was known is no longer so; not when it becomes known for the first time. */
function useOnChange(value: string | undefined, onChange: () => void): void {
  const last = useRef(value);
  useEffect(() => {
    if (last.current !== undefined && last.current !== value) {
      onChange();
    }
    last.current = value ?? last.current;
  }, [value, onChange]);
}

export interface TargetPanelProps {
  target: DeliveryTargetSummary;
  /** Asked for when what runs, or a proposal, shows that the target is no longer as it was. */
  onChanged: () => void;
}

/** Everything about one delivery target. */
export const TargetPanel = ({ target, onChanged }: TargetPanelProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const titleId = useId();
  const reference = useTargetReference(target.id);
  const rollouts = useRollouts(reference);
  const proposals = useProposals(reference);

  // A switch that somebody else proposed is noticed by the kinds first; its pull request is then worth asking for.
  useOnChange(kindsOf(rollouts.polled), proposals.refresh);
  useOnChange(stateOf(rollouts.polled, proposals.polled), onChanged);

  return (
    <Paper
      component="section"
      id={panelId(target.id)}
      tabIndex={-1}
      className={classes.root}
      aria-labelledby={titleId}
    >
      <MemoizedTargetHeader titleId={titleId} target={target} />
      {target.problems.length > 0 && (
        <Notice severity="warning" title={t('target.problems')}>
          <Sentences
            sentences={target.problems.map(problem =>
              messageText('problem', problem),
            )}
          />
        </Notice>
      )}
      <MemoizedWorkloadTable target={target} proposals={proposals} />
      <MemoizedSwitchNotes target={target} />
      <MemoizedProposals
        reference={reference}
        target={target}
        polling={proposals}
      />
      <Rollouts reference={reference} target={target} polling={rollouts} />
    </Paper>
  );
};
