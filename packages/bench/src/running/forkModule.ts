import { ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { folders } from './folders';

/** Runs a module of this package in a Node process of its own, which is told and answers by messages. */
export function forkModule(
  path: string,
  args: string[],
  options: { execArgv?: string[] } = {},
): ChildProcess {
  return fork(join(folders.own, 'src', path), args, {
    cwd: folders.own,
    execArgv: [
      ...(options.execArgv ?? []),
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
  });
}
