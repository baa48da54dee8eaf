import { isError, ServiceUnavailableError } from '@backstage/errors';
import { problemError } from '@progressive-delivery/engine';
import { ClusterRequest } from '../clusterRequest';
import { ClusterService } from '../ClusterService';
import { DeadlineError, withDeadline } from '../withDeadline';
import { pause } from './pause';
import { WatchTiming } from './watchTiming';

/** Who wants to know when a cluster does not answer any more. */
export interface HealthMember {
  /** What this member may ask of the cluster. */
  request: ClusterRequest<'list'>;
  lost: (error: Error) => void;
  /** Called when the API server may have restarted, so that what was open may be dead without a word. */
  suspected?: () => void;
}

export interface ClusterHealthOptions {
  clusters: Pick<ClusterService, 'probe'>;
  timing: WatchTiming;
}

/** One for all: Node 22 keeps the reason of a composed signal, and with it what was there when it was made. */
const ENDED = new Error('Nobody looks any more');

/** An answer is late that takes longer than this, in milliseconds, and so many times as long as is usual. */
const LATE = { milliseconds: 250, times: 5 };

/** What the API server itself has comes first: other kinds may fail alone, with their conversion. */
const PREFERRED = ['pods', 'replicasets', 'deployments'];

/** Whether one cluster answers, looked at while anybody watches it. One look serves all of them. */
export class ClusterHealth {
  static create(options: ClusterHealthOptions): ClusterHealth {
    return new ClusterHealth(options);
  }

  private readonly members = new Set<HealthMember>();
  private ended = new AbortController();
  private looking: Promise<void> | undefined;
  private waiting: (() => void)[] = [];
  private failure: Error | undefined;
  /** Ends the pause before the next look, so that it is a shorter one. */
  private wake: (() => void) | undefined;
  private answeredAt: Date | undefined;
  /** What was answered without being refused. */
  private allowed: ClusterRequest<'list'> | undefined;
  private refusedSince: number | undefined;
  /** How long an answer takes, in milliseconds: a mean in which the latest count most. */
  private usual: number | undefined;

  private constructor(private readonly options: ClusterHealthOptions) {}

  /** Why it does not answer; `undefined` while it does. */
  get error(): Error | undefined {
    return this.failure;
  }

  /** When the last question was asked that it has answered. */
  get confirmedAt(): Date | undefined {
    return this.answeredAt;
  }

  /** Looks from now on. @returns what ends that */
  join(member: HealthMember): () => void {
    this.members.add(member);
    if (this.members.size === 1) {
      this.ended = new AbortController();
      this.keepLooking(this.ended.signal);
    }
    return () => {
      if (this.members.delete(member) && this.members.size === 0) {
        this.ended.abort(ENDED);
        this.failure = undefined;
        this.answeredAt = undefined;
        this.allowed = undefined;
        this.refusedSince = undefined;
      }
    };
  }

  /** Looks now, unless somebody does already; waits until the signal is aborted. Never rejects: see `error`. */
  async check(signal: AbortSignal): Promise<void> {
    this.looking ??= this.look(this.ended.signal).finally(() => {
      this.looking = undefined;
    });
    const { looking } = this;
    await new Promise<void>(resolve => {
      if (signal.aborted) {
        resolve();
      }
      const done = () => {
        signal.removeEventListener('abort', done);
        resolve();
      };
      signal.addEventListener('abort', done);
      void looking.then(done);
    });
  }

  /** Resolves as soon as the cluster answers, or the signal is aborted. */
  async recovered(signal: AbortSignal): Promise<void> {
    if (!this.failure || signal.aborted) {
      return;
    }
    await new Promise<void>(resolve => {
      const done = () => {
        signal.removeEventListener('abort', done);
        resolve();
      };
      signal.addEventListener('abort', done);
      this.waiting.push(done);
    });
  }

  private async keepLooking(signal: AbortSignal): Promise<void> {
    const { timing } = this.options;
    while (!signal.aborted) {
      const nap = new AbortController();
      this.wake = () => nap.abort();
      await pause(
        this.failure ? timing.probeLost : timing.probe,
        AbortSignal.any([signal, nap.signal]),
      );
      if (!signal.aborted && !nap.signal.aborted) {
        await this.check(signal);
      }
    }
  }

  private async look(signal: AbortSignal): Promise<void> {
    const { clusters, timing } = this.options;
    const request = this.preferred();
    if (!request) {
      return;
    }
    const askedAt = new Date();
    try {
      await withDeadline(
        timing.probeTimeout,
        either => clusters.probe(request, { signal: either }),
        signal,
      );
      this.allowed = request;
      this.refusedSince = undefined;
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (error instanceof DeadlineError) {
        this.lose(
          problemError(ServiceUnavailableError, {
            id: 'clusterTimedOut',
            parameters: {
              cluster: request.cluster,
              seconds: timing.probeTimeout / 1000,
            },
          }),
        );
        return;
      }
      if (!isError(error) || isUnanswered(error)) {
        this.lose(isError(error) ? error : new Error(String(error)));
        return;
      }
      if (this.isStarting(request, error)) {
        this.lose(
          problemError(ServiceUnavailableError, {
            id: 'clusterStarting',
            parameters: { cluster: request.cluster, message: error.message },
          }),
        );
        return;
      }
      // What refuses has answered.
    }
    if (!signal.aborted) {
      if (!this.failure && this.isLate(Date.now() - askedAt.getTime())) {
        Array.from(this.members).forEach(member => member.suspected?.());
      }
      this.answeredAt = askedAt;
      this.failure = undefined;
      this.waiting.splice(0).forEach(resolve => resolve());
    }
  }

  /** Whether the answer had to wait, as where an API server has just started. Where all of them do, none is late. */
  private isLate(took: number): boolean {
    const usual = this.usual ?? took;
    this.usual = usual + (took - usual) / 5;
    return took > Math.max(LATE.milliseconds, LATE.times * usual);
  }

  /**
   * Whether a refusal is that of an API server that does not know its rules yet. It may have been away for no longer than
   * between two looks, and watches of before do not end by that.
   */
  private isStarting({ namespace, resource }: ClusterRequest, error: Error) {
    if (
      error.name !== 'NotAllowedError' ||
      this.allowed?.namespace !== namespace ||
      this.allowed?.resource !== resource
    ) {
      return false;
    }
    this.refusedSince ??= Date.now();
    return Date.now() - this.refusedSince < this.options.timing.refusal;
  }

  private preferred(): ClusterRequest<'list'> | undefined {
    const requests = Array.from(this.members, ({ request }) => request);
    return (
      requests.find(({ resource }) => PREFERRED.includes(resource)) ??
      requests.at(0)
    );
  }

  private lose(error: Error): void {
    const isNew = !this.failure;
    this.failure = error;
    if (isNew) {
      this.wake?.();
      for (const member of Array.from(this.members)) {
        member.lost(error);
      }
    }
  }
}

function isUnanswered({ name }: Error): boolean {
  return !['InputError', 'NotAllowedError', 'NotFoundError'].includes(name);
}
