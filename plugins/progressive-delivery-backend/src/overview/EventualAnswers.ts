import { setImmediate, setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';

const KEPT = 1_000;
/** Milliseconds for which an answer that came too late waits for the next who asks. */
const LATE_KEPT = 30_000;
/** Milliseconds for which the last answer is better than none. */
const LAST_KEPT = 2 * 60_000;

type Outcome<T> = { value: T } | { error: unknown };

type Work<T> = (options: {
  signal: AbortSignal;
  onProgress: (partial: T) => void;
}) => Promise<T>;

interface Progress<T> {
  /** How many wait for it. */
  waiting: number;
  partial?: T;
}

interface Underway<T> {
  ended: Promise<Outcome<T>>;
  progress: Progress<T>;
}

export interface EventualAnswersOptions {
  /** Milliseconds after which work is given up. */
  longest: number;
  /** Of work at the same time; more is not started. */
  most: number;
}

/** What is known in time: the whole, or `pending` with what was last known, or a part of it. */
export type EventualAnswer<T> =
  | { state: 'done'; value: T }
  | { state: 'pending'; value?: T };

/**
 * Answers in time, with what is known. What takes longer goes on when the caller has gone, and the next who asks is told
 * how it ended.
 */
export class EventualAnswers<T> {
  static create<T>(options: EventualAnswersOptions): EventualAnswers<T> {
    return new EventualAnswers(options);
  }

  private readonly underway = new Map<string, Underway<T>>();
  private readonly late = new LRUCache<string, Outcome<T>>({
    max: KEPT,
    ttl: LATE_KEPT,
  });
  private readonly last = new LRUCache<string, Outcome<T>>({
    max: KEPT,
    ttl: LAST_KEPT,
  });

  private constructor(private readonly options: EventualAnswersOptions) {}

  /**
   * Joins the work of this key, or starts it.
   *
   * @param key - stands for all that the answer depends on, the caller's permissions among it
   * @param subject - what is asked about, and whom the answer may be told to: it stays the same while the answer changes
   * @param patience - milliseconds to wait for the whole answer
   * @throws what the work has thrown
   */
  async ask(
    { key, subject }: { key: string; subject: string },
    patience: number,
    work: Work<T>,
  ): Promise<EventualAnswer<T>> {
    const late = this.late.get(key);
    if (late) {
      this.late.delete(key);
      return { state: 'done', value: valueOf(late) };
    }
    const underway =
      this.underway.get(key) ?? this.start({ key, subject }, work);
    if (!underway) {
      return this.pending(subject);
    }
    const { ended, progress } = underway;
    progress.waiting++;
    const waiting = new AbortController();
    try {
      const outcome = await Promise.race([
        ended,
        setTimeout(patience, undefined, { signal: waiting.signal }),
      ]);
      return outcome
        ? { state: 'done', value: valueOf(outcome) }
        : this.pending(subject, progress.partial);
    } finally {
      progress.waiting--;
      waiting.abort();
    }
  }

  private start(
    { key, subject }: { key: string; subject: string },
    work: Work<T>,
  ): Underway<T> | undefined {
    if (this.underway.size >= this.options.most) {
      return undefined;
    }
    const progress: Progress<T> = { waiting: 0 };
    const ended = this.end({ key, subject }, work, progress);
    const underway = { ended, progress };
    this.underway.set(key, underway);
    return underway;
  }

  private async end(
    { key, subject }: { key: string; subject: string },
    work: Work<T>,
    progress: Progress<T>,
  ): Promise<Outcome<T>> {
    // What fails at once is forgotten as what fails later is: after it was remembered.
    await setImmediate();
    const outcome: Outcome<T> = await work({
      signal: AbortSignal.timeout(this.options.longest),
      onProgress: partial => {
        progress.partial = partial;
      },
    }).then(
      value => ({ value }),
      (error: unknown) => ({ error }),
    );
    this.underway.delete(key);
    this.last.set(subject, outcome);
    if (progress.waiting === 0) {
      this.late.set(key, outcome);
    }
    return outcome;
  }

  /** What was last known as a whole says more than a part: a new commit changes little of it. */
  private pending(subject: string, partial?: T): EventualAnswer<T> {
    const last = this.last.get(subject);
    if (last && 'value' in last) {
      return { state: 'pending', value: last.value };
    }
    return last && partial === undefined
      ? { state: 'pending', value: valueOf(last) }
      : { state: 'pending', value: partial };
  }
}

function valueOf<T>(outcome: Outcome<T>): T {
  if ('error' in outcome) {
    throw outcome.error;
  }
  return outcome.value;
}
