import { join } from 'node:path';
import { ConflictError } from '@backstage/errors';
import {
  BackgroundProcess,
  eventually,
  Sandbox,
} from '@progressive-delivery/sandbox';
import { BenchmarkContext } from '../../running/Benchmark';
import { folders } from '../../running/folders';
import { emptyCaches } from './emptyCaches';

const LONGEST_SECONDS = 2 * 60 * 60;

/** Seconds from `yarn sandbox start` until it is ready, with nothing built before. */
export async function startOfSandbox(
  context: BenchmarkContext,
): Promise<number> {
  const { atEnd, directory, log, signal } = context;
  const folder = join(directory, 'start');
  const sandbox = join(folder, 'sandbox');
  const own = BackgroundProcess.create({
    command: process.execPath,
    args: [
      join(folders.repository, 'packages/sandbox/bin/sandbox'),
      ...['start', '--directory', sandbox],
    ],
    environment: emptyCaches(folder, context),
    output: { onLine: log },
  });
  atEnd(async () => {
    await Sandbox.stop(sandbox);
    await own.end();
  });
  const started = Date.now();
  own.start();
  await eventually(
    'The sandbox is ready',
    () => {
      const state = Sandbox.status(sandbox)?.state;
      if (state !== 'ready') {
        throw new ConflictError(`It is ${state ?? 'not there yet'}`);
      }
    },
    {
      seconds: LONGEST_SECONDS,
      signal: AbortSignal.any([signal, own.ended]),
    },
  );
  return (Date.now() - started) / 1000;
}
