import { retryDelay, WatchTiming } from './watchTiming';

/** As after so many failures is waited when a cluster is there again. */
const RECOVERING = 2;

/** For so long after it answers again, an API server may still be starting, in milliseconds. */
const STARTING = 15_000;

/**
 * Guesses from what a watch is answered whether the API server restarts, which nothing tells: it is away for a moment, then
 * takes watches that it ends later, refuses what it allows, and says of one kind after the other that it is not ready.
 */
export class RestartGuess {
  static create(options: { timing: WatchTiming }): RestartGuess {
    return new RestartGuess(options);
  }

  private wasLost = false;
  private mayHaveStartedAt = 0;
  /** Since when watches of what could be listed have been refused. */
  private refusedSince: number | undefined;

  private constructor(private readonly options: { timing: WatchTiming }) {}

  /** Whether the cluster has been away since {@link RestartGuess.recovered}, so that what it says has to be read anew. */
  get isLost(): boolean {
    return this.wasLost;
  }

  /** The cluster does not answer. */
  lost(): void {
    this.wasLost = true;
  }

  /** The cluster answers again. */
  recovered(): void {
    this.wasLost = false;
    this.refusedSince = undefined;
    this.mayHaveStartedAt = Date.now();
  }

  /** The cluster may have been away, too shortly to be noticed. */
  suspected(): void {
    this.mayHaveStartedAt = Date.now();
  }

  /** A watch was taken. */
  accepted(): void {
    this.refusedSince = undefined;
  }

  /** A watch of what could be listed was refused. @returns whether it has been for longer than while a server starts */
  refused(): boolean {
    this.refusedSince ??= Date.now();
    return Date.now() - this.refusedSince >= this.options.timing.refusal;
  }

  /** How many failures in a row count for the next wait: while an API server starts, it soon will be ready. */
  countedFailures(failures: number): number {
    return Date.now() - this.mayHaveStartedAt < STARTING
      ? Math.min(failures, RECOVERING)
      : failures;
  }

  /** Milliseconds until a list is read anew: not all ask a cluster at the same moment that was away for all of them. */
  turn(random: () => number = Math.random): number {
    return retryDelay(RECOVERING, this.options.timing.retry, random);
  }
}
