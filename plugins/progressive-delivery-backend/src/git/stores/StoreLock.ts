/** Lets many use a thing at the same time, and now and then one that needs it for itself. */
export class StoreLock {
  static create(): StoreLock {
    return new StoreLock();
  }

  private users = 0;
  /** Of who has it alone, or waits for the users to end; nobody new begins before. */
  private alone: Promise<unknown> | undefined;
  private onUnused: (() => void) | undefined;

  private constructor() {}

  get inUse(): boolean {
    return this.users > 0 || this.alone !== undefined;
  }

  async shared<T>(work: () => Promise<T>): Promise<T> {
    while (this.alone) {
      await this.alone;
    }
    this.users++;
    try {
      return await work();
    } finally {
      this.users--;
      if (this.users === 0) {
        this.onUnused?.();
      }
    }
  }

  async exclusive<T>(work: () => Promise<T>): Promise<T> {
    while (this.alone) {
      await this.alone;
    }
    const unused =
      this.users === 0
        ? Promise.resolve()
        : new Promise<void>(resolve => {
            this.onUnused = resolve;
          });
    const result = unused.then(work);
    // Those who wait do not care how it ended; its caller does.
    this.alone = result
      .catch(() => undefined)
      .finally(() => {
        this.alone = undefined;
        this.onUnused = undefined;
      });
    return result;
  }
}
