import { join } from 'node:path';
import { runCommand } from '@progressive-delivery/sandbox';
import { BenchmarkContext } from '../../running/Benchmark';

/** The environment of somebody who has never built anything: Go's caches and the sandbox's are below `folder`. */
export function emptyCaches(
  folder: string,
  { atEnd }: BenchmarkContext,
): NodeJS.ProcessEnv {
  const env = {
    ...process.env,
    XDG_CACHE_HOME: join(folder, 'cache'),
    GOCACHE: join(folder, 'go-build'),
    GOMODCACHE: join(folder, 'go-mod'),
  };
  // The files of a module cache are read-only: nobody but Go deletes them.
  atEnd(async () => {
    await runCommand('go', {
      args: ['clean', '-modcache'],
      env: { ...env, GOTOOLCHAIN: 'local' },
    });
  });
  return env;
}
