/**
 * Runs at most so many tasks at the same time, and takes turns between queues: behind a queue of hundreds, the first
 * task of another one is the next to start.
 */
export class FairLimit {
  static create(options: { concurrency: number }): FairLimit {
    return new FairLimit(options.concurrency);
  }

  /** What waits, by queue; the first queue has the next turn. */
  private readonly waiting = new Map<string, (() => void)[]>();
  private running = 0;

  private constructor(private readonly concurrency: number) {}

  async run<T>(queue: string, task: () => Promise<T>): Promise<T> {
    await new Promise<void>(start => {
      this.waiting.set(queue, [...(this.waiting.get(queue) ?? []), start]);
      this.startNext();
    });
    try {
      return await task();
    } finally {
      this.running--;
      this.startNext();
    }
  }

  private startNext(): void {
    const [next] = this.waiting;
    if (!next || this.running >= this.concurrency) {
      return;
    }
    const [queue, [start, ...others]] = next;
    this.waiting.delete(queue);
    if (others.length > 0) {
      // To the end of the line.
      this.waiting.set(queue, others);
    }
    this.running++;
    start();
  }
}
