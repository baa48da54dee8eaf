import { CompoundEntityRef } from '@backstage/catalog-model';
import { ProgressiveDeliveryApi } from '../api';
import { toError } from '../errors/toError';
import { StreamEvent } from './StreamState';

/** A connection that sends nothing for so long has eaten what was sent; the backend's heartbeat comes every 15 s. */
const SILENCE_BEFORE_COMPLETE_MILLISECONDS = 20_000;

/** Two heartbeats are missing, and the third is not going to come. */
const SILENCE_MILLISECONDS = 45_000;

/** From here on nobody should believe that nothing has changed. */
const QUIET_MILLISECONDS = 20_000;

/** A browser that sleeps does not count the time: what is overdue when it wakes up is noticed by the clock. */
const CLOCK_CHECK_MILLISECONDS = 1_000;

/** How a connection ended. */
export type ConnectionEnd = (
  | { reason: 'silent' }
  | { reason: 'closed' }
  | { reason: 'failed'; error: Error }
) & {
  /**
   * How long it was of use, in milliseconds: from when everything had been sent to when it was last heard of. Absent
   * where it never sent everything.
   */
  usefulFor?: number;
};

export interface FollowOnceOptions {
  api: Pick<ProgressiveDeliveryApi, 'streamRollouts'>;
  entity: CompoundEntityRef;
  signal: AbortSignal;
  emit: (event: StreamEvent) => void;
}

/** Follows one connection to its end. Never rejects; when the signal aborts, the answer means nothing. */
export async function followOnce({
  api,
  entity,
  signal,
  emit,
}: FollowOnceOptions): Promise<ConnectionEnd> {
  const request = new AbortController();
  const giveUp = () => request.abort();
  signal.addEventListener('abort', giveUp);
  if (signal.aborted) {
    giveUp();
  }

  let completeAt: number | undefined;
  let heardAt = 0;
  let quiet = false;
  let silent = false;
  let signAt = Date.now();
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;
  let quietTimer: ReturnType<typeof setTimeout> | undefined;

  const beQuiet = () => {
    if (!quiet) {
      quiet = true;
      emit({ type: 'connection', connection: { state: 'quiet' } });
    }
  };
  const beSilent = () => {
    silent = true;
    giveUp();
  };
  const patience = () =>
    completeAt === undefined
      ? SILENCE_BEFORE_COMPLETE_MILLISECONDS
      : SILENCE_MILLISECONDS;
  const clockCheck = setInterval(() => {
    const without = Date.now() - signAt;
    if (completeAt !== undefined && without > QUIET_MILLISECONDS) {
      beQuiet();
    }
    if (without > patience()) {
      beSilent();
    }
  }, CLOCK_CHECK_MILLISECONDS);
  const stopTimers = () => {
    clearTimeout(silenceTimer);
    clearTimeout(quietTimer);
  };
  const startTimers = () => {
    stopTimers();
    signAt = Date.now();
    silenceTimer = setTimeout(beSilent, patience());
    if (completeAt !== undefined) {
      quietTimer = setTimeout(beQuiet, QUIET_MILLISECONDS);
    }
  };
  const usefulFor = () =>
    completeAt === undefined ? undefined : heardAt - completeAt;

  try {
    startTimers();
    const batches = await api.streamRollouts(entity, {
      signal: request.signal,
    });
    startTimers();
    emit({ type: 'opened' });
    for await (const messages of batches) {
      heardAt = Date.now();
      emit({ type: 'received', messages, at: heardAt });
      const first = completeAt === undefined;
      if (first && messages.some(({ type }) => type === 'complete')) {
        completeAt = heardAt;
      }
      if (completeAt !== undefined && (first || quiet)) {
        quiet = false;
        emit({ type: 'connection', connection: { state: 'live' } });
      }
      startTimers();
    }
    return { reason: silent ? 'silent' : 'closed', usefulFor: usefulFor() };
  } catch (error) {
    return silent
      ? { reason: 'silent', usefulFor: usefulFor() }
      : { reason: 'failed', error: toError(error), usefulFor: usefulFor() };
  } finally {
    stopTimers();
    clearInterval(clockCheck);
    signal.removeEventListener('abort', giveUp);
  }
}
