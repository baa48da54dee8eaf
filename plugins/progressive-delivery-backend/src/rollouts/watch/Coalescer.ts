import { LONGEST_TIMER } from '@progressive-delivery/engine';

export interface CoalescerOptions {
  /** Milliseconds between two turns of the same key. */
  interval: number;
  /** Is given all keys whose turn it is. */
  run: (keys: string[]) => void;
}

/** Gives each key its turn soon, but not more often than once in a while, however often it is asked for. */
export class Coalescer {
  static create(options: CoalescerOptions): Coalescer {
    return new Coalescer(options);
  }

  /** When the turn of a key is, in milliseconds since the epoch. */
  private readonly due = new Map<string, number>();
  private readonly last = new Map<string, number>();
  private timer: { at: number; cancel: () => void } | undefined;

  private constructor(private readonly options: CoalescerOptions) {}

  /** Asks for a turn, not before so many milliseconds; what is urgent does not wait for the interval. */
  add(
    key: string,
    { after = 0, urgent = false }: { after?: number; urgent?: boolean } = {},
  ): void {
    const now = Date.now() + after;
    const last = this.last.get(key);
    const at =
      urgent || last === undefined
        ? now
        : Math.max(now, last + this.options.interval);
    const known = this.due.get(key);
    if (known === undefined || at < known) {
      this.due.set(key, at);
      this.wakeAt(at);
    }
  }

  /** Nobody has a turn any more. */
  close(): void {
    this.timer?.cancel();
    this.timer = undefined;
    this.due.clear();
    this.last.clear();
  }

  private wakeAt(at: number): void {
    if (this.timer && this.timer.at <= at) {
      return;
    }
    this.timer?.cancel();
    const wait = at - Date.now();
    if (wait <= 0) {
      // Not at once: what comes in the same piece of a watch has one turn.
      const immediate = setImmediate(() => this.turn());
      this.timer = { at, cancel: () => clearImmediate(immediate) };
    } else {
      // A turn that nobody has yet goes on waiting.
      const timeout = setTimeout(
        () => this.turn(),
        Math.min(wait, LONGEST_TIMER),
      );
      timeout.unref();
      this.timer = { at, cancel: () => clearTimeout(timeout) };
    }
  }

  private turn(): void {
    this.timer = undefined;
    const now = Date.now();
    const keys: string[] = [];
    let next = Infinity;
    for (const [key, at] of this.due) {
      if (at <= now) {
        keys.push(key);
      } else {
        next = Math.min(next, at);
      }
    }
    for (const key of keys) {
      this.due.delete(key);
      this.last.set(key, now);
    }
    if (next !== Infinity) {
      this.wakeAt(next);
    }
    if (keys.length > 0) {
      this.options.run(keys);
    }
  }
}
