import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Sandbox } from '@progressive-delivery/sandbox';
import { BoundProcess } from './BoundProcess';

/** A sandbox for these tests alone: it begins anew from `examples/gitops`, and ends with them. */
export class OwnSandbox {
  static async start(): Promise<OwnSandbox> {
    const folder = await mkdtemp(join(tmpdir(), 'chart-tests-sandbox-'));
    const own = new OwnSandbox(folder);
    try {
      await own.untilReady();
      return own;
    } catch (error) {
      await own.end();
      throw error;
    }
  }

  readonly directory: string;
  private readonly process: BoundProcess;

  private constructor(private readonly folder: string) {
    this.directory = join(folder, 'sandbox');
    this.process = BoundProcess.start(
      process.execPath,
      [
        require.resolve('@progressive-delivery/sandbox/bin/sandbox'),
        ...['start', '--directory', this.directory],
      ],
      { log: join(folder, 'start.log') },
    );
  }

  /** Ends it with all its parts. */
  async end(): Promise<void> {
    await this.process.end();
    await Sandbox.stop(this.directory);
    await rm(this.folder, { recursive: true });
  }

  /** However long that takes: tools may have to be built. */
  private async untilReady(): Promise<void> {
    for (;;) {
      const state = Sandbox.status(this.directory)?.state;
      if (state === 'ready') {
        return;
      }
      if (state === 'failed' || state === 'stopped' || this.process.hasEnded) {
        throw new Error(`The sandbox did not start:\n${this.process.said()}`);
      }
      await wait(200);
    }
  }
}
