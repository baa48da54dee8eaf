interface Running<T> {
  result: Promise<T>;
  waiting: number;
  controller: AbortController;
}

/** Does the same work once for all who ask at the same time, and stops it when the last of them is gone. */
export class SharedWork<T> {
  static create<T>(): SharedWork<T> {
    return new SharedWork<T>();
  }

  private readonly running = new Map<string, Running<T>>();

  private constructor() {}

  /** Joins the work of this key, or starts it; rejects with the signal's reason as soon as that is aborted. */
  async run(
    key: string,
    work: (signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    signal?.throwIfAborted();
    const running = this.running.get(key) ?? this.start(key, work);
    running.waiting++;
    let leave: (() => void) | undefined;
    try {
      if (!signal) {
        return await running.result;
      }
      const left = new Promise<never>((_, reject) => {
        leave = () => reject(signal.reason);
        signal.addEventListener('abort', leave, { once: true });
      });
      return await Promise.race([running.result, left]);
    } finally {
      if (leave) {
        signal?.removeEventListener('abort', leave);
      }
      running.waiting--;
      if (running.waiting === 0) {
        this.forget(key, running);
        running.controller.abort();
      }
    }
  }

  private start(
    key: string,
    work: (signal: AbortSignal) => Promise<T>,
  ): Running<T> {
    const controller = new AbortController();
    const running: Running<T> = {
      result: work(controller.signal),
      waiting: 0,
      controller,
    };
    this.running.set(key, running);
    const done = () => this.forget(key, running);
    running.result.then(done, done);
    return running;
  }

  private forget(key: string, running: Running<T>) {
    if (this.running.get(key) === running) {
      this.running.delete(key);
    }
  }
}
