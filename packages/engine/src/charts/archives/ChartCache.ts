import { createHash, randomUUID } from 'node:crypto';
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { isError } from '@backstage/errors';

/** Bytes of all archives that are kept. */
const LIMIT = 512 * 1024 * 1024;
/** Milliseconds after which a file that was never finished is nobody's any more. */
const ABANDONED = 60 * 60 * 1000;

/**
 * Keeps archives on disk by their digest, those that were used last, up to a bound. What is not what its name says is
 * taken for missing.
 */
export class ChartCache {
  static create(options: {
    /** A directory of our own. */
    directory: string;
    /** Bytes; default 512 MiB. */
    limit?: number;
  }): ChartCache {
    return new ChartCache(options.directory, options.limit ?? LIMIT);
  }

  private evicting: Promise<void> = Promise.resolve();

  private constructor(
    private readonly directory: string,
    private readonly limit: number,
  ) {}

  async get(digest: string): Promise<Buffer | undefined> {
    const file = this.file(digest);
    let content: Buffer;
    try {
      content = await readFile(file);
    } catch (error) {
      return ifMissing(error);
    }
    if (digestOf(content) !== digest) {
      await rm(file, { force: true });
      return undefined;
    }
    const now = new Date();
    // Another process may have evicted it since; it was read all the same.
    await utimes(file, now, now).catch(ifMissing);
    return content;
  }

  /** The content must have been checked against the digest. */
  async set(digest: string, content: Buffer): Promise<void> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const unfinished = join(this.directory, `${randomUUID()}.unfinished`);
    try {
      await writeFile(unfinished, content, { flag: 'wx', mode: 0o600 });
      await rename(unfinished, this.file(digest));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    // One after the other: two at once would each count what the other removes.
    const eviction = this.evicting.then(() => this.evict());
    this.evicting = eviction.catch(() => {});
    await eviction;
  }

  private async evict(): Promise<void> {
    const files = await Promise.all(
      (
        await readdir(this.directory)
      ).map(async name => {
        const path = join(this.directory, name);
        const found = await stat(path).catch(ifMissing);
        return { path, size: found?.size ?? 0, used: found?.mtimeMs ?? 0 };
      }),
    );
    files.sort((a, b) => b.used - a.used);
    let total = 0;
    for (const { path, size, used } of files) {
      const unfinished = path.endsWith('.unfinished');
      if (!unfinished) {
        total += size;
      }
      if (unfinished ? Date.now() - used > ABANDONED : total > this.limit) {
        await rm(path, { force: true });
      }
    }
  }

  private file(digest: string): string {
    return join(this.directory, `${digest}.tgz`);
  }
}

/** SHA-256, in hexadecimal. */
export function digestOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function ifMissing(error: unknown): undefined {
  if (isError(error) && error.code === 'ENOENT') {
    return undefined;
  }
  throw error;
}
