/** How long numbered changes take to be shown. The number of a thing only grows; a later one stands for all before it. */
export class Arrivals {
  static create(): Arrivals {
    return new Arrivals();
  }

  /** Milliseconds, of each change that has been shown. */
  readonly latencies: number[] = [];
  private readonly waiting = new Map<
    string,
    { number: number; at: number }[]
  >();

  private constructor() {}

  sent(name: string, number: number, at: number): void {
    const waiting = this.waiting.get(name);
    if (waiting) {
      waiting.push({ number, at });
    } else {
      this.waiting.set(name, [{ number, at }]);
    }
  }

  arrived(name: string, number: number, at: number): void {
    const waiting = this.waiting.get(name) ?? [];
    while (waiting.length > 0 && waiting[0].number <= number) {
      this.latencies.push(at - waiting[0].at);
      waiting.shift();
    }
    if (waiting.length === 0) {
      this.waiting.delete(name);
    }
  }

  /** The names of which a change has not been shown, and since when it is not, in milliseconds. */
  get missing(): Map<string, number> {
    return new Map(Array.from(this.waiting, ([name, [{ at }]]) => [name, at]));
  }
}
