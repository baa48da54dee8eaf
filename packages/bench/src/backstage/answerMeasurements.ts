import { cpuUsage, memoryUsage } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

/** The message that asks for a measurement. */
export const MEASURE = 'measure';

/** What a process uses. */
export interface Measurement {
  /** Bytes of live JavaScript objects and of the buffers that they hold, after a garbage collection. */
  live: number;
  /** Bytes. */
  rss: number;
  /** Milliseconds of CPU since its start. */
  cpu: number;
}

/** Answers each message of the process that started this one with what it uses now; needs `--expose-gc`. */
export function answerMeasurements(): void {
  process.on('message', async message => {
    if (message !== MEASURE) {
      return;
    }
    // What finalizers let go is collected by the next one.
    for (let count = 0; count < 4; count++) {
      global.gc?.();
      await sleep(50);
    }
    const { external, heapUsed, rss } = memoryUsage();
    const { system, user } = cpuUsage();
    const measurement: Measurement = {
      live: heapUsed + external,
      rss,
      cpu: (user + system) / 1000,
    };
    process.send?.(measurement);
  });
}
