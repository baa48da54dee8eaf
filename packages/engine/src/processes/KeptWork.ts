import { LRUCache } from 'lru-cache';
import { SharedWork } from './SharedWork';

const KEPT_FAILURES = 1_000;

interface KeptWorkOptions {
  /** Of all that is kept, in whatever the work counts by. */
  size: number;
  /**
   * For how many milliseconds a failure is kept, `Infinity` as what succeeds is; not at all where it is `undefined`.
   * Default: none is
   */
  keepFailure?: (error: unknown) => number | undefined;
}

/** Does the same work once for all who ask at the same time, as {@link SharedWork}, and keeps what came of it. */
export class KeptWork<T extends object> {
  static create<T extends object>(options: KeptWorkOptions): KeptWork<T> {
    return new KeptWork<T>(options);
  }

  private readonly kept: LRUCache<string, T>;
  private readonly failures = new LRUCache<string, { error: unknown }>({
    max: KEPT_FAILURES,
  });
  private readonly work = SharedWork.create<T>();

  private constructor(private readonly options: KeptWorkOptions) {
    this.kept = new LRUCache({ maxSize: options.size });
  }

  /**
   * What is kept under this key, for so many `milliseconds` where it says so, or what comes of the work.
   *
   * @throws what the work has thrown, or had where that is kept. What it throws when nobody waits any longer is not.
   */
  async get(
    key: string,
    work: (
      signal: AbortSignal,
    ) => Promise<{ result: T; size: number; milliseconds?: number }>,
    signal?: AbortSignal,
  ): Promise<T> {
    const kept = this.kept.get(key);
    if (kept) {
      return kept;
    }
    const failed = this.failures.get(key);
    if (failed) {
      throw failed.error;
    }
    return this.work.run(
      key,
      async shared => {
        try {
          const { milliseconds, result, size } = await work(shared);
          this.kept.set(key, result, { size: 1 + size, ttl: milliseconds });
          return result;
        } catch (error) {
          const milliseconds = shared.aborted
            ? undefined
            : this.options.keepFailure?.(error);
          if (milliseconds !== undefined) {
            this.failures.set(key, { error }, { ttl: milliseconds });
          }
          throw error;
        }
      },
      signal,
    );
  }
}
