/** What is to be ended, last things first. */
export class Endings {
  static create(): Endings {
    return new Endings();
  }

  private readonly endings: (() => Promise<void> | void)[] = [];

  private constructor() {}

  add(end: () => Promise<void> | void): void {
    this.endings.push(end);
  }

  /**
   * Ends all; what cannot be ended does not keep the rest from it.
   *
   * @throws AggregateError with what went wrong
   */
  async endAll(): Promise<void> {
    const errors: unknown[] = [];
    for (const end of this.endings.splice(0).reverse()) {
      try {
        await end();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) {
      throw new AggregateError(
        errors,
        `Not everything ended as it should: ${errors.join('; ')}`,
      );
    }
  }
}
