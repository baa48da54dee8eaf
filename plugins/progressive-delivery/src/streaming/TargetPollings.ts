import { RolloutsResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { toError } from '../errors/toError';
import { afterFailure, Polled } from '../polling/Polled';
import { Poller } from '../polling/Poller';

const INTERVAL_MILLISECONDS = 3_000;

export interface TargetPollingsOptions {
  load: (target: string, signal: AbortSignal) => Promise<RolloutsResponse>;
  onChange: () => void;
}

interface TargetPolling {
  poller: Poller<RolloutsResponse>;
  polled: Polled<RolloutsResponse>;
}

/** Asks for the rollouts of those targets that no stream tells of. */
export class TargetPollings {
  static create(options: TargetPollingsOptions): TargetPollings {
    return new TargetPollings(options);
  }

  private readonly pollings = new Map<string, TargetPolling>();

  private constructor(private readonly options: TargetPollingsOptions) {}

  get(target: string): Polled<RolloutsResponse> | undefined {
    return this.pollings.get(target)?.polled;
  }

  /** From now on just these targets are asked for. */
  ask(targets: string[]) {
    this.pollings.forEach(({ poller }, target) => {
      if (!targets.includes(target)) {
        poller.stop();
        this.pollings.delete(target);
      }
    });
    targets
      .filter(target => !this.pollings.has(target))
      .forEach(target => this.start(target));
  }

  /** Settles with the requests, whatever comes of them. */
  async refresh(): Promise<void> {
    await Promise.all(
      Array.from(this.pollings.values(), ({ poller }) => poller.refresh()),
    );
  }

  private start(target: string) {
    const { load, onChange } = this.options;
    const change = (to: (last: TargetPolling) => TargetPolling['polled']) => {
      const last = this.pollings.get(target);
      if (last) {
        this.pollings.set(target, { ...last, polled: to(last) });
        onChange();
      }
    };
    const poller = Poller.start<RolloutsResponse>({
      load: signal => load(target, signal),
      intervalAfter: () => INTERVAL_MILLISECONDS,
      retryInterval: INTERVAL_MILLISECONDS,
      onValue: value =>
        change(() => ({ state: 'loaded', value, receivedAt: Date.now() })),
      onError: error =>
        change(({ polled }) => afterFailure(polled, toError(error))),
    });
    this.pollings.set(target, { poller, polled: { state: 'loading' } });
  }
}
