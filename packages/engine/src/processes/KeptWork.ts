import { LRUCache } from 'lru-cache';
import { SharedWork } from './SharedWork';

/** Does the same work once for all who ask at the same time, as {@link SharedWork}, and keeps what came of it. */
export class KeptWork<T extends object> {
  /** @param options.size - of all that is kept, in whatever the work counts by */
  static create<T extends object>({ size }: { size: number }): KeptWork<T> {
    return new KeptWork<T>(size);
  }

  private readonly kept: LRUCache<string, T>;
  private readonly work = SharedWork.create<T>();

  private constructor(maxSize: number) {
    this.kept = new LRUCache({ maxSize });
  }

  /**
   * What is kept under this key, for so many `milliseconds` where it says so, or what comes of the work. What fails is not
   * kept.
   */
  async get(
    key: string,
    work: (
      signal: AbortSignal,
    ) => Promise<{ result: T; size: number; milliseconds?: number }>,
    signal?: AbortSignal,
  ): Promise<T> {
    return (
      this.kept.get(key) ??
      this.work.run(
        key,
        async shared => {
          const { milliseconds, result, size } = await work(shared);
          this.kept.set(key, result, { size: 1 + size, ttl: milliseconds });
          return result;
        },
        signal,
      )
    );
  }
}
