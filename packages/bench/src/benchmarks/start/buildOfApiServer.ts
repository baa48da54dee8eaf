import { join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import {
  goEnvironment,
  runCommand,
  Toolbox,
} from '@progressive-delivery/sandbox';
import { BenchmarkContext } from '../../running/Benchmark';
import { emptyCaches } from './emptyCaches';

/**
 * Seconds that it takes to fetch and build kube-apiserver as anybody would, with no flags.
 *
 * @param name - of a folder that nothing else uses
 */
export async function buildOfApiServer(
  context: BenchmarkContext,
  name: string,
): Promise<number> {
  const placed = Toolbox.create().tools.find(
    ({ tool }) => tool.name === 'kube-apiserver',
  );
  if (!placed) {
    throw new NotFoundError('The sandbox has no kube-apiserver');
  }
  const folder = join(context.directory, name);
  const started = Date.now();
  await runCommand('go', {
    args: ['build', '-o', join(folder, 'kube-apiserver'), placed.tool.package],
    cwd: placed.source,
    env: {
      ...emptyCaches(folder, context),
      ...goEnvironment(placed.goVersion),
      CGO_ENABLED: '0',
    },
    signal: context.signal,
  });
  return (Date.now() - started) / 1000;
}
