import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { answerWithProcesses } from '../answerAsWorker';

/** What the thread does while a process runs that holds a pipe. */
export interface RunningOrder {
  /** The process says its folder into it. */
  pipe: string;
  then: 'wait' | 'hang' | 'fill' | 'leave' | 'throw';
}

export default answerWithProcesses(
  async ({ pipe, then }: RunningOrder, { directory, run }): Promise<string> => {
    const running = run({
      command: '/bin/sh',
      args: ['-c', 'exec 3>"$0"; pwd >&3; touch said; sleep 60 & wait', pipe],
      directory,
      env: { PATH: process.env.PATH ?? '' },
      timeout: 60_000,
      outputLimit: 1_000,
    });
    running.catch(() => {});
    while (!existsSync(join(directory, 'said'))) {
      await setTimeout(10);
    }
    switch (then) {
      case 'wait':
        return String(await running);
      case 'hang':
        for (;;);
      case 'fill':
        for (const kept: string[][] = []; ; ) {
          kept.push(Array.from({ length: 100_000 }, (_, index) => `${index}`));
        }
      case 'leave':
        return directory;
      case 'throw':
        throw new RangeError('as told');
      default:
        return then satisfies never;
    }
  },
  __filename,
);
