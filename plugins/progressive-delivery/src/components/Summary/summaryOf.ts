import {
  DeliveryTargetSummary,
  Problem,
  RolloutStatus,
  UnusableTarget,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TargetSnapshot } from '../../streaming/TargetSnapshot';
import { tellsThatNothingRuns } from '../Rollouts/tellsThatNothingRuns';
import { unusableId } from '../../ui/unusableId';
import { Attention, attentionOf, attentions } from './attentionOf';

/** A workload, and how much it needs somebody. */
export interface WorkloadEntry {
  about: 'workload';
  attention: Attention;
  target: DeliveryTargetSummary;
  rollout: RolloutStatus;
  /** Where that could not be renewed: as of when it is, in milliseconds since the epoch by this browser's clock. */
  staleSince?: number;
  /** Milliseconds by which this browser's clock is ahead of the backend's. */
  clockAhead: number;
}

/** What of an entity needs somebody. */
export type SummaryEntry =
  | WorkloadEntry
  /**
   * Nothing, or not everything, of a target could be read, nothing of it runs, what is shown of it is old, or Git does not
   * tell what is to run.
   */
  | {
      about: 'target';
      attention: 'unknown';
      target: DeliveryTargetSummary;
      state: TargetState;
    }
  /** The entity names a target that it cannot use: whatever runs there is not known. */
  | { about: 'unusable'; attention: 'unknown'; unusable: UnusableTarget };

type TargetState =
  | 'unread'
  | 'incomplete'
  | 'absent'
  | 'stale'
  | 'gitUnreadable'
  | 'renderFailed';

export interface EntitySummary {
  /** What needs somebody most first; nothing that is settled. */
  entries: SummaryEntry[];
  settled: SummaryEntry[];
  /** Whether some targets are not known yet. */
  loading: boolean;
}

/**
 * @param snapshots - of each target, in the same order
 * @param unusable - what the entity names besides
 */
export function summaryOf(
  targets: DeliveryTargetSummary[],
  snapshots: TargetSnapshot[],
  unusable: UnusableTarget[] = [],
): EntitySummary {
  const all = [
    ...unusable.map(
      (each): SummaryEntry => ({
        about: 'unusable',
        attention: 'unknown',
        unusable: each,
      }),
    ),
    ...targets.flatMap((target, index) => [
      ...gitEntriesOf(target),
      ...liveEntriesOf(target, snapshots[index]),
    ]),
  ];
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
  switch (entry.about) {
    case 'workload': {
      const { kind, namespace, name } = entry.rollout;
      return JSON.stringify([entry.target.id, kind, namespace, name]);
    }
    case 'target':
      return JSON.stringify([entry.target.id, entry.state]);
    case 'unusable':
      return unusableId(entry.unusable);
    default:
      return entry satisfies never;
  }
}

/** What needs somebody although what runs may be healthy: it is not known what is to run. */
function gitEntriesOf(target: DeliveryTargetSummary): SummaryEntry[] {
  const has = (...ids: Problem['id'][]) =>
    target.problems.some(({ id }) => ids.includes(id));
  const state = has('gitUnreadable')
    ? ('gitUnreadable' as const)
    : has('renderFailed', 'renderingTooSlow') && ('renderFailed' as const);
  return state
    ? [{ about: 'target', attention: 'unknown', target, state }]
    : [];
}

function liveEntriesOf(
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
      const { clockAhead, failure, receivedAt, value } = snapshot;
      return [
        ...value.rollouts.map(
          (rollout): SummaryEntry => ({
            about: 'workload',
            attention: attentionOf(rollout),
            target,
            rollout,
            staleSince: failure && receivedAt,
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
