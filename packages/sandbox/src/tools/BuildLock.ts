import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod/v4';
import {
  isRunning,
  ProcessIdentity,
  processIdentity,
} from '../processes/processIdentity';

const holderSchema = z.object({ pid: z.number(), startTime: z.string() });

/** Lets one process at a time build, whatever the number of clones: two builds at once would only slow each other down. */
export class BuildLock {
  static create(options: { path: string }): BuildLock {
    return new BuildLock(options.path);
  }

  private constructor(private readonly path: string) {}

  /** The running process that holds the lock. */
  holder(): ProcessIdentity | undefined {
    const holder = this.read();
    return holder && isRunning(holder) ? holder : undefined;
  }

  /** Takes the lock if it is free, or if whoever held it is gone. */
  tryAcquire(): boolean {
    mkdirSync(dirname(this.path), { recursive: true });
    const own = `${this.path}.${process.pid}`;
    writeFileSync(own, JSON.stringify(processIdentity(process.pid)));
    try {
      if (!this.holder()) {
        // Two processes may both find a dead holder, and one of them remove the lock that the other one has just
        // taken. Both then build the same; each binary is put in place atomically, so that costs time, no more.
        rmSync(this.path, { force: true });
      }
      linkSync(own, this.path);
      return true;
    } catch {
      return false;
    } finally {
      rmSync(own, { force: true });
    }
  }

  /** Waits until the lock is ours, and answers true, or until `isNeeded` says that there is no more need for it. */
  async acquire(options: {
    signal?: AbortSignal;
    isNeeded: () => boolean;
    onWait: (holder: ProcessIdentity) => void;
  }): Promise<boolean> {
    while (options.isNeeded()) {
      if (this.tryAcquire()) {
        return true;
      }
      const holder = this.holder();
      if (holder) {
        options.onWait(holder);
      }
      await sleep(1_000, undefined, { signal: options.signal });
    }
    return false;
  }

  release(): void {
    if (this.read()?.pid === process.pid) {
      rmSync(this.path, { force: true });
    }
  }

  private read(): ProcessIdentity | undefined {
    try {
      return holderSchema.parse(JSON.parse(readFileSync(this.path, 'utf8')));
    } catch {
      return undefined;
    }
  }
}
