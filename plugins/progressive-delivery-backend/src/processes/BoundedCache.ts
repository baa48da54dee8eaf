/** Keeps what was used last, up to a total weight. */
export class BoundedCache<T> {
  /** `weigh` gives the weight of a value, such as its bytes; what weighs more than `limit` alone is not kept. */
  static create<T>(options: {
    limit: number;
    weigh: (value: T) => number;
  }): BoundedCache<T> {
    return new BoundedCache(options);
  }

  /** In order of use: the first was not used for longest. */
  private readonly entries = new Map<string, { value: T; weight: number }>();
  private total = 0;

  private constructor(
    private readonly options: { limit: number; weigh: (value: T) => number },
  ) {}

  get(key: string): T | undefined {
    const entry = this.entries.get(key);
    if (entry) {
      this.entries.delete(key);
      this.entries.set(key, entry);
    }
    return entry?.value;
  }

  set(key: string, value: T): void {
    this.delete(key);
    const weight = this.options.weigh(value);
    if (weight > this.options.limit) {
      return;
    }
    this.entries.set(key, { value, weight });
    this.total += weight;
    for (const oldest of this.entries.keys()) {
      if (this.total <= this.options.limit) {
        return;
      }
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const entry = this.entries.get(key);
    if (entry) {
      this.total -= entry.weight;
      this.entries.delete(key);
    }
  }
}
