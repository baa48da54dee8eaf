import { hasStatusCode } from '../errors/hasStatusCode';
import { failureWith } from './failureWith';
import { ConnectionEnd } from './followOnce';
import { Connection, StreamFailure } from './StreamState';

/** A connection that was of use for so long is not followed by a longer wait. */
const WORKED_MILLISECONDS = 5_000;

/** A connection that was of use for so long shows that nothing in between eats streams. */
const TRUSTED_MILLISECONDS = 60_000;

/** So many connections that were eaten are no accident. */
const EATEN_LIMIT = 2;

const FIRST_WAIT_MILLISECONDS = 1_000;
const LONGEST_WAIT_MILLISECONDS = 30_000;
const FIRST_WAIT_POLLING_MILLISECONDS = 60_000;
const LONGEST_WAIT_POLLING_MILLISECONDS = 1_800_000;

/** The backend, or something before it, answers and has no stream for us: an older version, or too many of ours. */
const NO_STREAM_STATUS_CODES = [404, 405, 406, 429, 501];

/** The connections there were, as far as the next one depends on them. */
export interface ConnectionHistory {
  /** How many in a row were of no use. */
  failures: number;
  /** How many were eaten, with none since that could be trusted. */
  eaten: number;
}

export const noConnections: ConnectionHistory = { failures: 0, eaten: 0 };

/** The history that leads to polling. */
export const eatenConnections: ConnectionHistory = {
  failures: 0,
  eaten: EATEN_LIMIT,
};

export interface NextConnection {
  history: ConnectionHistory;
  /** At most, in milliseconds. */
  wait: number;
  connection: Connection;
}

function countEaten(before: number, end: ConnectionEnd): number {
  if (
    end.reason === 'failed' &&
    NO_STREAM_STATUS_CODES.some(code => hasStatusCode(end.error, code))
  ) {
    return EATEN_LIMIT;
  }
  const { usefulFor } = end;
  const isEaten =
    end.reason === 'silent' ||
    (end.reason === 'closed' && usefulFor === undefined);
  const isTrusted =
    usefulFor !== undefined && usefulFor >= TRUSTED_MILLISECONDS;
  return (isTrusted ? 0 : before) + (isEaten ? 1 : 0);
}

function failureOf(end: ConnectionEnd): StreamFailure {
  return end.reason === 'failed'
    ? failureWith(end.error)
    : { reason: end.reason };
}

const doubling = (first: number, times: number, longest: number) =>
  Math.min(first * 2 ** times, longest);

/** What to do after a connection has ended, other than by a refusal. */
export function afterConnection(
  before: ConnectionHistory,
  end: ConnectionEnd,
): NextConnection {
  const eaten = countEaten(before.eaten, end);
  const isPolling = eaten >= EATEN_LIMIT;
  const startsAnew =
    (end.usefulFor !== undefined && end.usefulFor >= WORKED_MILLISECONDS) ||
    (isPolling && before.eaten < EATEN_LIMIT);
  const failures = startsAnew ? 0 : before.failures;
  const history = { failures: failures + 1, eaten };
  if (isPolling) {
    return {
      history,
      wait: doubling(
        FIRST_WAIT_POLLING_MILLISECONDS,
        failures,
        LONGEST_WAIT_POLLING_MILLISECONDS,
      ),
      connection: { state: 'polling' },
    };
  }
  // One that has worked: its token ended, a server restarts or a proxy lets none last, and the next is there in a moment.
  const isNoNews = end.reason !== 'silent' && startsAnew;
  return {
    history,
    wait: doubling(
      FIRST_WAIT_MILLISECONDS,
      failures,
      LONGEST_WAIT_MILLISECONDS,
    ),
    connection: isNoNews
      ? { state: 'connecting' }
      : { state: 'broken', failure: failureOf(end) },
  };
}
