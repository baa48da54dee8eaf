import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  DeliveryTargetSummary,
  ProposalsResponse,
  RolloutsResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { memo, useEffect, useId, useMemo, useRef } from 'react';
import { useProposals } from '../../hooks/delivery/useProposals';
import { useRollouts } from '../../hooks/delivery/useRollouts';
import { useTargetReference } from '../../hooks/useTargetReference';
import { Polled } from '../../polling/Polled';
import { panelId } from '../../ui/panelId';
import { Selection } from '../Filter/selectionOf';
import { PhaseAnnouncer } from '../Rollouts/PhaseAnnouncer';
import { FoldedTarget } from './FoldedTarget';
import { TargetContent } from './TargetContent';
import { TargetHeader } from './TargetHeader';

// What runs changes more often.
const MemoizedTargetHeader = memo(TargetHeader);

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
  },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
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
  /** Whether there are other targets, so that what is read out names this one. */
  named: boolean;
  /** Which of its workloads are shown. */
  selection: Selection;
  /** Whether only its header is. */
  folded: boolean;
  /** Absent where it cannot be folded. */
  onFold?: (target: string, folded: boolean) => void;
  /** Asked for when what runs, or a proposal, shows that the target is no longer as it was. */
  onChanged: () => void;
}

/**
 * Everything about one delivery target. Memoized, since the list is drawn again with each change of any of them.
 */
export const TargetPanel = memo(
  ({
    target,
    named,
    selection,
    folded,
    onFold,
    onChanged,
  }: TargetPanelProps) => {
    const classes = useStyles();
    const titleId = useId();
    const contentId = useId();
    const reference = useTargetReference(target.id);
    const rollouts = useRollouts(reference);
    const proposals = useProposals(reference);

    // A switch that somebody else proposed is noticed by the kinds first; its pull request is then worth asking for.
    useOnChange(kindsOf(rollouts.polled), proposals.refresh);
    useOnChange(stateOf(rollouts.polled, proposals.polled), onChanged);

    const folding = useMemo(
      () =>
        onFold && {
          folded,
          contentId,
          onToggle: () => onFold(target.id, !folded),
        },
      [onFold, folded, contentId, target.id],
    );
    return (
      <Paper
        component="section"
        id={panelId(target.id)}
        tabIndex={-1}
        className={classes.root}
        aria-labelledby={titleId}
      >
        <MemoizedTargetHeader
          titleId={titleId}
          target={target}
          folding={folding}
        />
        {folded ? (
          <FoldedTarget
            rollouts={rollouts.polled}
            proposals={proposals.polled}
          />
        ) : (
          <div id={contentId} className={classes.content}>
            <TargetContent
              reference={reference}
              target={target}
              selection={selection}
              rollouts={rollouts}
              proposals={proposals}
            />
          </div>
        )}
        {/* Folded or not, what changes is read out. */}
        {rollouts.polled.state === 'loaded' && (
          <PhaseAnnouncer
            rollouts={rollouts.polled.value.rollouts}
            target={named ? target.title : undefined}
          />
        )}
      </Paper>
    );
  },
);
