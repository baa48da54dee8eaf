import {
  DeliveryTargetSummary,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TargetSnapshot } from '../../streaming/TargetSnapshot';
import { tellsThatNothingRuns } from '../Rollouts/tellsThatNothingRuns';
import { Attention, attentionOf, attentions } from './attentionOf';

/** A workload, and how much it needs somebody. */
export interface WorkloadEntry {
  about: 'workload';
  attention: Attention;
  target: DeliveryTargetSummary;
  rollout: RolloutStatus;
  /** Whether that could not be renewed. */
  stale: boolean;
  /** Milliseconds by which this browser's clock is ahead of the backend's. */
  clockAhead: number;
}

/** What of an entity needs somebody. */
export type SummaryEntry =
  | WorkloadEntry
  /** Nothing, or not everything, of a target could be read, nothing of it runs, or what is shown of it is old. */
  | {
      about: 'target';
      attention: 'unknown';
      target: DeliveryTargetSummary;
      state: TargetState;
    };

type TargetState = 'unread' | 'incomplete' | 'absent' | 'stale';

export interface EntitySummary {
  /** What needs somebody most first; nothing that is settled. */
  entries: SummaryEntry[];
  settled: SummaryEntry[];
  /** Whether some targets are not known yet. */
  loading: boolean;
}

/** @param snapshots - of each target, in the same order */
export function summaryOf(
  targets: DeliveryTargetSummary[],
  snapshots: TargetSnapshot[],
): EntitySummary {
  const all = targets.flatMap((target, index) =>
    entriesOf(target, snapshots[index]),
  );
  const rank = ({ attention }: SummaryEntry) => attentions.indexOf(attention);
  return {
    entries: all
      .filter(({ attention }) => attention !== 'settled')
      .sort((a, b) => rank(a) - rank(b)),
    settled: all.filter(({ attention }) => attention === 'settled'),
    loading: snapshots.some(({ state }) => state === 'loading'),
  };
}

/** The same for what is about the same. */
export function keyOf(entry: SummaryEntry): string {
  return JSON.stringify([
    entry.target.id,
    ...(entry.about === 'workload'
      ? [entry.rollout.kind, entry.rollout.namespace, entry.rollout.name]
      : [entry.state]),
  ]);
}

function entriesOf(
  target: DeliveryTargetSummary,
  snapshot: TargetSnapshot,
): SummaryEntry[] {
  const unknown = (state: TargetState): SummaryEntry => ({
    about: 'target',
    attention: 'unknown',
    target,
    state,
  });
  switch (snapshot.state) {
    case 'loading':
      return [];
    case 'failed':
      return [unknown('unread')];
    case 'loaded': {
      const { clockAhead, failure, value } = snapshot;
      return [
        ...value.rollouts.map(
          (rollout): SummaryEntry => ({
            about: 'workload',
            attention: attentionOf(rollout),
            target,
            rollout,
            stale: failure !== undefined,
            clockAhead,
          }),
        ),
        ...(failure ? [unknown('stale')] : []),
        ...(value.problems.length > 0 && !failure
          ? [unknown(tellsThatNothingRuns(value) ? 'absent' : 'incomplete')]
          : []),
      ];
    }
    default:
      return snapshot satisfies never;
  }
}
