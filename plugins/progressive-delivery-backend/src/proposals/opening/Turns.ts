/** Lets those who work on the same thing take turns. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Does the work after all that was given for the same key before, however that has ended. */
  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(key) === mine) {
        this.last.delete(key);
      }
    }
  }
}
