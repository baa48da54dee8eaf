import { Limit } from 'p-limit';
import { SharedWork } from '@progressive-delivery/engine';
import { fetchObjects } from './fetchObjects';
import { missingObjects } from './readBlobs';
import { StoreDirectory } from './StoreDirectory';

/** Fetches the files that many wait for at the same time in one go. */
export class BlobFetcher {
  static create(options: {
    store: StoreDirectory;
    /** The turns of all that changes the store. */
    changes: Limit;
  }): BlobFetcher {
    return new BlobFetcher(options.store, options.changes);
  }

  private readonly work = SharedWork.create<void>();
  /** Whose turn has not come. */
  private waiting = { number: 0, ids: new Set<string>() };

  private constructor(
    private readonly store: StoreDirectory,
    private readonly changes: Limit,
  ) {}

  /** Resolves when the store has them; those that it has already cost nothing. */
  async fetch(ids: readonly string[], signal?: AbortSignal): Promise<void> {
    const batch = this.waiting;
    for (const id of ids) {
      batch.ids.add(id);
    }
    await this.work.run(
      String(batch.number),
      shared =>
        this.changes(async () => {
          if (this.waiting === batch) {
            // Who comes from now on is too late for this one.
            this.waiting = { number: batch.number + 1, ids: new Set() };
          }
          const missing = await missingObjects(
            this.store,
            Array.from(batch.ids),
            { signal: shared },
          );
          await fetchObjects(this.store, missing, { signal: shared });
        }),
      signal,
    );
  }
}
