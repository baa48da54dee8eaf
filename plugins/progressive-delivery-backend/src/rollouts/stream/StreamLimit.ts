import { CustomErrorBase } from '@backstage/errors';

/** Somebody has too many of something open; answered with 429. */
class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;
}

/** Bounds how many streams one caller has open at this replica. */
export class StreamLimit {
  static create(options: { most: number }): StreamLimit {
    return new StreamLimit(options);
  }

  private readonly open = new Map<string, number>();

  private constructor(private readonly options: { most: number }) {}

  /**
   * Counts one more stream of a caller.
   *
   * @returns what counts it off again
   * @throws TooManyRequestsError where there are too many
   */
  take(caller: string): () => void {
    const { most } = this.options;
    const open = this.open.get(caller) ?? 0;
    if (open >= most) {
      throw new TooManyRequestsError(
        `You have ${open} streams of rollouts open, the most there may be: close some tabs of the catalog, or ask for /rollouts of the target every few seconds instead`,
      );
    }
    this.open.set(caller, open + 1);
    let given = true;
    return () => {
      if (given) {
        given = false;
        const rest = (this.open.get(caller) ?? 1) - 1;
        if (rest > 0) {
          this.open.set(caller, rest);
        } else {
          this.open.delete(caller);
        }
      }
    };
  }
}
