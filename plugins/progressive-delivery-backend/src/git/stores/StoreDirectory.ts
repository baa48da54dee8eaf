import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { GitCommand, GitError, GitRun } from '../command/GitCommand';
import { looksCorrupt, remoteError } from '../command/gitErrors';
import { StoreLock } from './StoreLock';

/** What a command says where the store on our disk is what is wrong. */
export class BrokenStoreError extends Error {}

/** There is none yet, or somebody swept it away: nothing worth a word. */
class MissingStoreError extends BrokenStoreError {}

export interface StoreDirectoryOptions {
  url: string;
  directory: string;
  /** The `Authorization` header; asked for each command, because tokens expire. */
  authorization: () => Promise<string | undefined>;
  git: GitCommand;
  logger: LoggerService;
}

/**
 * The directory of a bare repository: made where it is missing, and made anew where it turns out broken, when nobody
 * is using it.
 */
export class StoreDirectory {
  static create(options: StoreDirectoryOptions): StoreDirectory {
    return new StoreDirectory(options);
  }

  private readonly lock = StoreLock.create();
  /** How often it was made anew. */
  private generation = 0;

  private constructor(private readonly options: StoreDirectoryOptions) {}

  get path(): string {
    return this.options.directory;
  }

  /** Works with the store, side by side with others. What fails because it is broken is tried again on a new one. */
  async use<T>(work: () => Promise<T>): Promise<T> {
    // It can be missing first, and then be broken by what made it so.
    for (let rebuilds = 0; ; rebuilds++) {
      const { generation } = this;
      try {
        return await this.lock.shared(async () => {
          await this.open();
          return work();
        });
      } catch (error) {
        if (!(error instanceof BrokenStoreError) || rebuilds === 2) {
          throw error;
        }
        await this.rebuild(error, generation);
      }
    }
  }

  /** Works with the store as it is, if there is one. That counts for no use of it. */
  async tend(work: () => Promise<void>): Promise<void> {
    await this.lock.shared(async () => {
      if (existsSync(join(this.path, 'HEAD'))) {
        await work();
      }
    });
  }

  /** Deletes it, unless somebody is using it. */
  async discard(): Promise<boolean> {
    if (this.lock.inUse) {
      return false;
    }
    return this.lock.exclusive(async () => {
      await rm(this.path, { recursive: true, force: true });
      return true;
    });
  }

  /** A command whose answer is a word or a few lines. */
  async local(args: string[], run: GitRun = {}): Promise<string> {
    return (await this.command(args, run)).toString('utf8').trimEnd();
  }

  /** A command that contacts nobody: where it fails, the store is what is wrong. */
  async command(args: string[], run: GitRun = {}): Promise<Buffer> {
    try {
      return await this.options.git.run(args, { ...run, store: this.path });
    } catch (error) {
      if (error instanceof GitError && error.reason.kind === 'exit') {
        throw new BrokenStoreError(error.message, { cause: error });
      }
      throw error;
    }
  }

  /**
   * A command that contacts the remote and changes the store: one at a time. `explain` may know better than we what a
   * failure means.
   */
  async remote(
    args: string[],
    run: GitRun = {},
    explain: (error: GitError) => Error | undefined = () => undefined,
  ): Promise<Buffer> {
    const { url, authorization, git } = this.options;
    const remote = { url, authorization: await authorization() };
    try {
      return await git.run(args, { ...run, store: this.path, remote });
    } catch (error) {
      if (!(error instanceof GitError) || error.reason.kind !== 'exit') {
        // It was killed, and could not tidy up.
        await this.removeLeftovers();
      }
      if (!(error instanceof GitError)) {
        throw error;
      }
      const explained = explain(error);
      if (!explained && looksCorrupt(error, this.path)) {
        throw new BrokenStoreError(error.message, { cause: error });
      }
      throw explained ?? remoteError(error, url);
    }
  }

  private async open(): Promise<void> {
    const now = new Date();
    try {
      await stat(join(this.path, 'HEAD'));
      // Tells when it was used last, also to the next process.
      await utimes(this.path, now, now);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        throw new MissingStoreError(`${this.path} does not exist`);
      }
      throw error;
    }
  }

  /** Once for all who saw the same one fail. */
  private async rebuild(
    broken: BrokenStoreError,
    generation: number,
  ): Promise<void> {
    await this.lock.exclusive(async () => {
      if (generation !== this.generation) {
        return;
      }
      if (!(broken instanceof MissingStoreError)) {
        this.options.logger.warn(
          `The local copy of ${this.options.url} is broken and is fetched again: ${broken.message}`,
        );
      }
      await this.make();
      this.generation++;
    });
  }

  /** Made beside and moved into place, so that an interrupted one is never taken for a store. */
  private async make(): Promise<void> {
    const made = `${this.path}.${randomUUID()}`;
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    try {
      await this.options.git.run([
        'init',
        '--quiet',
        '--bare',
        '--template=',
        made,
      ]);
      await rm(this.path, { recursive: true, force: true });
      await rename(made, this.path);
    } finally {
      await rm(made, { recursive: true, force: true });
    }
  }

  /** Locks and half-written files of a command that was killed; they would be in the way of the next. */
  private async removeLeftovers(): Promise<void> {
    for (const file of await filesBelow(this.path)) {
      const name = basename(file);
      if (/\.lock$|\.keep$|^tmp_/.test(name)) {
        await rm(file, { force: true });
      }
    }
  }
}

/** Absolute paths; none where the directory is gone. */
async function filesBelow(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, {
      recursive: true,
      withFileTypes: true,
    });
    return entries
      .filter(entry => entry.isFile())
      .map(({ name, parentPath }) => join(parentPath, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}
