import { isError, ServiceUnavailableError } from '@backstage/errors';
import { ClusterRequest, ClusterService } from '../ClusterService';
import { pause } from './pause';
import { WatchTiming } from './watchTiming';

/** Who wants to know when a cluster does not answer any more. */
export interface HealthMember {
  /** What this member may ask of the cluster. */
  request: ClusterRequest;
  lost: (error: Error) => void;
}

export interface ClusterHealthOptions {
  clusters: Pick<ClusterService, 'probe'>;
  timing: WatchTiming;
}

/** One for all: Node 22 keeps the reason of a composed signal, and with it what was there when it was made. */
const ENDED = new Error('Nobody looks any more');

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
    const timeout = AbortSignal.timeout(timing.probeTimeout);
    try {
      await clusters.probe(request, {
        signal: AbortSignal.any([signal, timeout]),
      });
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (timeout.aborted) {
        this.lose(
          new ServiceUnavailableError(
            `Cluster ${request.cluster} did not answer within ${
              timing.probeTimeout / 1000
            } s`,
          ),
        );
        return;
      }
      if (!isError(error) || isUnanswered(error)) {
        this.lose(isError(error) ? error : new Error(String(error)));
        return;
      }
      // What refuses has answered.
    }
    if (!signal.aborted) {
      this.answeredAt = askedAt;
      this.failure = undefined;
      this.waiting.splice(0).forEach(resolve => resolve());
    }
  }

  private preferred(): ClusterRequest | undefined {
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
