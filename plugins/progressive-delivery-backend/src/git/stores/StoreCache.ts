import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';

/** Milliseconds after which what is left of an interrupted rebuild is nobody's any more. */
const LEFTOVER_AGE = 10 * 60_000;

/** Milliseconds until it is looked again where all that could go was in use. */
const RETRY_AFTER = 5_000;

const REST_AFTER = 10_000;

/** What is kept in a directory of the cache, and can be given up when there is too much. */
export interface KeptStore {
  /** Deletes it, unless it is in use. */
  discard(): Promise<boolean>;
  /** Makes what it holds take less of the disk. */
  compact(): Promise<void>;
}

interface Measured {
  name: string;
  bytes: number;
  /** Milliseconds since the epoch. */
  usedAt: number;
}

export interface StoreCacheOptions {
  directory: string;
  /** Bytes. */
  limit: number;
  logger: LoggerService;
  /** Milliseconds without growth after which a store is made compact. Default: 10,000. */
  restAfter?: number;
}

/** Keeps the stores of all repositories below a number of bytes: those that nobody used for longest go first. */
export class StoreCache<T extends KeptStore> {
  static create<T extends KeptStore>(
    options: StoreCacheOptions,
  ): StoreCache<T> {
    return new StoreCache<T>(options);
  }

  private readonly stores = new Map<string, T>();
  /** Of those that have grown and are to be made compact. */
  private readonly resting = new Map<T, NodeJS.Timeout>();
  private readonly compacting = new Set<Promise<void>>();
  private tidying: Promise<void> | undefined;
  private again = false;
  private retrying: NodeJS.Timeout | undefined;

  private constructor(private readonly options: StoreCacheOptions) {}

  /** The store of a key, in a directory of its own. */
  get(key: string, create: (directory: string) => T): T {
    const name = createHash('sha256').update(key).digest('hex').slice(0, 32);
    let store = this.stores.get(name);
    if (!store) {
      store = create(join(this.options.directory, name));
      this.stores.set(name, store);
    }
    return store;
  }

  /** Those that were asked for, by no order. */
  all(): Iterable<T> {
    return this.stores.values();
  }

  /** Is to be told of a store that has become larger: the cache may now hold too much. */
  grew(store: T): void {
    this.tidyInBackground();
    clearTimeout(this.resting.get(store));
    const rest = setTimeout(
      () => this.compact(store),
      this.options.restAfter ?? REST_AFTER,
    );
    rest.unref();
    this.resting.set(store, rest);
  }

  /** Resolves when nothing is being done any more that nobody waits for. */
  async close(): Promise<void> {
    await Promise.allSettled([this.tidying]);
    clearTimeout(this.retrying);
    for (const rest of this.resting.values()) {
      clearTimeout(rest);
    }
    await Promise.all(this.compacting);
  }

  private compact(store: T): void {
    this.resting.delete(store);
    const compacting = store
      .compact()
      .catch(error =>
        // It is as good as before, but for the space that it takes.
        this.options.logger.warn(
          'A cached repository could not be made compact',
          error,
        ),
      )
      .finally(() => this.compacting.delete(compacting));
    this.compacting.add(compacting);
  }

  private tidyInBackground(): void {
    this.tidy().catch(error =>
      this.options.logger.warn(
        'Cached repositories could not be tidied',
        error,
      ),
    );
  }

  /** Gives up what is too much. One run at a time; who asks during one gets another after it. */
  async tidy(): Promise<void> {
    if (this.tidying) {
      this.again = true;
      return this.tidying;
    }
    this.tidying = this.run().finally(() => {
      this.tidying = undefined;
    });
    return this.tidying;
  }

  private async run(): Promise<void> {
    do {
      this.again = false;
      const measured = await this.measure();
      let total = measured.reduce((sum, { bytes }) => sum + bytes, 0);
      measured.sort((a, b) => a.usedAt - b.usedAt);
      for (const { name, bytes } of measured) {
        if (total > this.options.limit && (await this.discard(name))) {
          total -= bytes;
          this.options.logger.info(
            `Gave up the local copy of a repository that nobody used for longest, ${bytes} bytes: progressiveDelivery.cacheMegabytes is reached`,
          );
        }
      }
      if (total > this.options.limit) {
        this.retry();
      }
    } while (this.again);
  }

  private retry(): void {
    clearTimeout(this.retrying);
    this.retrying = setTimeout(() => this.tidyInBackground(), RETRY_AFTER);
    this.retrying.unref();
  }

  /** One of an earlier process, which nobody asked for in this one, is just a directory. */
  private async discard(name: string): Promise<boolean> {
    const store = this.stores.get(name);
    if (store) {
      return store.discard();
    }
    await rm(join(this.options.directory, name), {
      recursive: true,
      force: true,
    });
    return true;
  }

  private async measure(): Promise<Measured[]> {
    const { directory } = this.options;
    const measured: Measured[] = [];
    for (const name of await namesIn(directory)) {
      const path = join(directory, name);
      const usedAt = await changedAt(path);
      if (usedAt === undefined) {
        continue;
      }
      // A store is made under another name first.
      if (name.includes('.')) {
        if (Date.now() - usedAt > LEFTOVER_AGE) {
          await rm(path, { recursive: true, force: true });
        }
        continue;
      }
      measured.push({ name, bytes: await sizeOf(path), usedAt });
    }
    return measured;
  }
}

async function namesIn(directory: string): Promise<string[]> {
  return (await whereItExists(readdir(directory))) ?? [];
}

async function changedAt(path: string): Promise<number | undefined> {
  return (await whereItExists(stat(path)))?.mtimeMs;
}

/** As the disk counts it: blocks, not bytes of files. */
async function sizeOf(directory: string): Promise<number> {
  const names = await whereItExists(readdir(directory, { recursive: true }));
  let bytes = 0;
  for (const name of names ?? []) {
    const stats = await whereItExists(stat(join(directory, name)));
    bytes += (stats?.blocks ?? 0) * 512;
  }
  return bytes;
}

/** Stores come and go while they are measured. */
async function whereItExists<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
