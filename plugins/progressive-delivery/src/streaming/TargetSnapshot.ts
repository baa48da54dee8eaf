import {
  Problem,
  RolloutsResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { hasStatusCode } from '../errors/hasStatusCode';
import { Polled } from '../polling/Polled';
import { failureWith } from './failureWith';
import { KnownTarget } from './KnownRollouts';
import { Connection, StreamFailure, StreamState } from './StreamState';

/**
 * Why what is shown of a target may be out of date, or is not shown.
 *
 * - `unwatched`: the backend does not get through to the cluster, with its own problems
 * - `signed-out`: the sign-in is over
 */
export type SnapshotFailure =
  | StreamFailure
  | { reason: 'unwatched'; problems: Problem[] }
  | { reason: 'signed-out' };

/** What is known of a delivery target, and how far it can be trusted. */
export type TargetSnapshot =
  | { state: 'loading' }
  | { state: 'failed'; failure: SnapshotFailure }
  | {
      state: 'loaded';
      value: RolloutsResponse;
      /** Milliseconds since the epoch, by this browser's clock; as of when it is known, unless it is `live`. */
      receivedAt: number;
      /** Whether every change of it is shown as it happens. */
      live: boolean;
      /** Milliseconds by which this browser's clock is noticeably ahead of the backend's; otherwise 0. */
      clockAhead: number;
      failure?: SnapshotFailure;
    };

export interface SnapshotOptions {
  stream: StreamState;
  target: string;
  /** Whether to show what is there although the first connection has not sent everything yet. */
  impatient?: boolean;
  /** The backend's answer was that one may not see this, or may not any more. */
  refusal?: Error;
  /** What was found by asking, for a target that needs it. */
  polled?: Polled<RolloutsResponse>;
}

/**
 * Whether a target has to be asked for, since the stream does not tell of it.
 *
 * @param asked - `polled`: it is being asked for, which goes on until a stream tells of it; `overdue`: the stream should
 * have told of it by now
 */
export function needsPolling(
  { known, connection }: StreamState,
  target: string,
  asked: { polled: boolean; overdue: boolean },
): boolean {
  switch (connection.state) {
    case 'polling':
      return true;
    case 'live':
    case 'quiet':
    case 'broken':
      return !known.targets.has(target);
    case 'connecting':
      return !known.targets.has(target) && (asked.polled || asked.overdue);
    default:
      return connection satisfies never;
  }
}

/** Less may be the time that an answer takes, or that a cluster was last heard of. */
const NOTICEABLE_MILLISECONDS = 60_000;

function noticeable(clockAhead: number): number {
  return Math.abs(clockAhead) < NOTICEABLE_MILLISECONDS ? 0 : clockAhead;
}

const hasContent = ({ rollouts, problems }: KnownTarget) =>
  rollouts.length > 0 || problems.length > 0;

function failureOf(connection: Connection): StreamFailure | undefined {
  return connection.state === 'broken' ? connection.failure : undefined;
}

function polledSnapshot(
  polled: Polled<RolloutsResponse>,
  clockAhead: number | undefined,
): TargetSnapshot | undefined {
  switch (polled.state) {
    case 'loading':
      return undefined;
    case 'failed':
      return { state: 'failed', failure: failureWith(polled.error) };
    case 'loaded':
      return {
        ...polled,
        // Where nothing tells how the clocks differ, the older of the two ages counts: old data never looks fresh.
        receivedAt: Math.min(
          polled.receivedAt,
          Date.parse(polled.value.observedAt) + noticeable(clockAhead ?? 0),
        ),
        live: false,
        clockAhead: noticeable(
          clockAhead ?? polled.receivedAt - Date.parse(polled.value.observedAt),
        ),
        failure: polled.failure && failureWith(polled.failure),
      };
    default:
      return polled satisfies never;
  }
}

function streamedSnapshot(
  known: KnownTarget,
  stream: StreamState,
): TargetSnapshot {
  const { connection, heardAt = 0 } = stream;
  const { problems, observedAt, rollouts, state } = known;
  const clockAhead = noticeable(stream.clockAhead ?? 0);
  const heard = new Date(heardAt - clockAhead).toISOString();
  const failure = failureOf(connection);
  if (observedAt === undefined && !hasContent(known)) {
    return failure ? { state: 'failed', failure } : { state: 'loading' };
  }
  if (state === 'stale' && observedAt !== undefined) {
    return {
      state: 'loaded',
      value: { observedAt, rollouts, problems: [] },
      receivedAt: Math.min(heardAt, Date.parse(observedAt) + clockAhead),
      live: false,
      clockAhead,
      failure: failure ?? { reason: 'unwatched', problems },
    };
  }
  return {
    state: 'loaded',
    value: { observedAt: heard, rollouts, problems },
    receivedAt: heardAt,
    live: connection.state === 'live',
    clockAhead,
    failure,
  };
}

export function targetSnapshot({
  stream,
  target,
  impatient,
  refusal,
  polled,
}: SnapshotOptions): TargetSnapshot {
  if (refusal) {
    return {
      state: 'failed',
      failure: hasStatusCode(refusal, 401)
        ? { reason: 'signed-out' }
        : failureWith(refusal),
    };
  }
  const asked = polled && polledSnapshot(polled, stream.clockAhead);
  if (asked) {
    return asked;
  }
  const known = stream.known.targets.get(target);
  const failure = failureOf(stream.connection);
  if (known && (stream.known.complete || (impatient && hasContent(known)))) {
    return streamedSnapshot(known, stream);
  }
  return failure ? { state: 'failed', failure } : { state: 'loading' };
}
