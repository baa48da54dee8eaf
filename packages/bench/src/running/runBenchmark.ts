import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Benchmark } from './Benchmark';
import { commit } from './commit';
import { Endings } from './Endings';
import { machine } from './machine';
import { Report } from '../report/Report';

/** Runs a benchmark and ends all that it has started, however it goes. */
export async function runBenchmark(
  name: string,
  benchmark: Benchmark,
  {
    log,
    rounds = benchmark.rounds ?? 1,
    signal,
  }: {
    log: (line: string) => void;
    /** Default: the benchmark's own. */
    rounds?: number;
    signal: AbortSignal;
  },
): Promise<Report> {
  const endings = Endings.create();
  try {
    const directory = await mkdtemp(join(tmpdir(), `pd-bench-${name}-`));
    endings.add(() => rm(directory, { recursive: true, force: true }));
    const measured = { commit: await commit(), machine: machine() };
    const rows = await Promise.race([
      benchmark.run({
        log,
        signal,
        rounds,
        directory,
        atEnd: end => endings.add(end),
      }),
      untilAborted(signal),
    ]);
    return Report.create({ name, ...measured, rows });
  } finally {
    await endings.endAll();
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) {
      abort();
    }
    signal.addEventListener('abort', abort);
  });
}
