import { RolloutsResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { errorSentence } from '../errors/errorSentence';
import { hasStatusCode } from '../errors/hasStatusCode';
import { Polled } from '../polling/Polled';
import { KnownTarget } from './KnownRollouts';
import { Connection, StreamFailure, StreamState } from './StreamState';

/**
 * Why what is shown of a target may be out of date, or is not shown.
 *
 * - `unwatched`: the backend does not get through to the cluster, with its own sentences
 * - `signed-out`: the sign-in is over
 */
export type SnapshotFailure =
  | StreamFailure
  | { reason: 'unwatched'; problems: string[] }
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

/** Whether a target has to be asked for, since the stream does not tell of it. */
export function needsPolling(
  { known, connection }: StreamState,
  target: string,
): boolean {
  switch (connection.state) {
    case 'polling':
      return true;
    case 'live':
    case 'quiet':
      return !known.targets.has(target);
    case 'connecting':
    case 'broken':
      return false;
    default:
      return connection satisfies never;
  }
}

const hasContent = ({ rollouts, problems }: KnownTarget) =>
  rollouts.length > 0 || problems.length > 0;

function failureOf(connection: Connection): StreamFailure | undefined {
  return connection.state === 'broken' ? connection.failure : undefined;
}

function polledSnapshot(
  polled: Polled<RolloutsResponse>,
): TargetSnapshot | undefined {
  const failed = (error: Error): SnapshotFailure => ({
    reason: 'failed',
    message: errorSentence(error),
  });
  switch (polled.state) {
    case 'loading':
      return undefined;
    case 'failed':
      return { state: 'failed', failure: failed(polled.error) };
    case 'loaded':
      return {
        ...polled,
        live: false,
        failure: polled.failure && failed(polled.failure),
      };
    default:
      return polled satisfies never;
  }
}

function streamedSnapshot(
  known: KnownTarget,
  { connection, heardAt = 0 }: StreamState,
): TargetSnapshot {
  const { problems, observedAt, rollouts, state } = known;
  const heard = new Date(heardAt).toISOString();
  const failure = failureOf(connection);
  if (observedAt === undefined && !hasContent(known)) {
    return failure ? { state: 'failed', failure } : { state: 'loading' };
  }
  if (state === 'stale' && observedAt !== undefined) {
    return {
      state: 'loaded',
      value: { observedAt, rollouts, problems: [] },
      receivedAt: Math.min(heardAt, Date.parse(observedAt)),
      live: false,
      failure: failure ?? { reason: 'unwatched', problems },
    };
  }
  return {
    state: 'loaded',
    value: { observedAt: heard, rollouts, problems },
    receivedAt: heardAt,
    live: connection.state === 'live',
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
        : { reason: 'failed', message: errorSentence(refusal) },
    };
  }
  const asked = polled && polledSnapshot(polled);
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
