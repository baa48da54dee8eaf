import { ClusterHealth } from './ClusterHealth';

/**
 * How far what is known of a watched list can be trusted.
 *
 * - `starting`: it has not been listed yet, and nothing has failed
 * - `live`: it is being watched; or listed again and again, where `problem` says why it cannot be watched
 * - `stale`: it is known as it was at `observedAt`, if at all, and is tried again
 */
export type WatchState =
  | { state: 'starting' }
  | { state: 'live'; observedAt: Date; problem?: Error }
  | { state: 'stale'; observedAt?: Date; error: Error };

export interface WatchFreshnessOptions {
  health: Pick<ClusterHealth, 'confirmedAt'>;
  /** The state is another one now. */
  onState: () => void;
}

/** As of when a watched list is known, and why it is not known as of now. */
export class WatchFreshness {
  static create(options: WatchFreshnessOptions): WatchFreshness {
    return new WatchFreshness(options);
  }

  /** `undefined` while nothing is known. */
  private observedAt: Date | undefined;
  private failure: Error | undefined;
  /** Why it is listed again and again. */
  private refusal: Error | undefined;

  private constructor(private readonly options: WatchFreshnessOptions) {}

  get state(): WatchState {
    const { failure, observedAt, refusal } = this;
    if (failure) {
      return { state: 'stale', observedAt, error: failure };
    }
    if (!observedAt) {
      return { state: 'starting' };
    }
    return refusal
      ? { state: 'live', observedAt, problem: refusal }
      : { state: 'live', observedAt: this.confirmedAt(observedAt) };
  }

  /** Why it is stale. */
  get error(): Error | undefined {
    return this.failure;
  }

  /** Everything is known as it was when it was asked for. */
  listed(askedAt: Date): void {
    this.observedAt = askedAt;
    this.failure = undefined;
    this.options.onState();
  }

  /** The watch has sent something. */
  heard(): void {
    this.watched();
    this.observedAt = new Date();
    this.recover();
  }

  /** It can be watched. */
  watched(): void {
    this.refusal = undefined;
  }

  /** It cannot be watched, and is listed again and again. */
  refused(error: Error): void {
    this.refusal = error;
    this.options.onState();
  }

  /** What is known is stale from now on, or since the watch last sent something. */
  fail(error: Error, { since }: { since?: 'lastHeard' } = {}): void {
    if (!this.failure && this.observedAt && !this.refusal && !since) {
      this.observedAt = this.confirmedAt(this.observedAt);
    }
    this.failure = error;
    this.options.onState();
  }

  recover(): void {
    if (this.failure) {
      this.failure = undefined;
      this.options.onState();
    }
  }

  /** While a watch is open, what is known is as fresh as the last answer of its cluster. */
  private confirmedAt(observedAt: Date): Date {
    const { confirmedAt } = this.options.health;
    return confirmedAt && confirmedAt > observedAt ? confirmedAt : observedAt;
  }
}
