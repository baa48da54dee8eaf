import { NotFoundError } from '@backstage/errors';
import { Command } from 'commander';
import { Sandbox } from '../Sandbox';
import type { SandboxStatus } from '../status/sandboxStatus';
import { directoryOption } from './directoryOption';

export function registerStatusCommand(program: Command): void {
  program
    .command('status')
    .description('how far each part is')
    .addOption(directoryOption())
    .option('--json', 'as in status.json')
    .action(({ directory, json }: { directory: string; json?: boolean }) => {
      const status = Sandbox.status(directory);
      if (!status) {
        throw new NotFoundError(`There is no sandbox in ${directory}`);
      }
      process.stdout.write(
        json
          ? `${JSON.stringify(status, undefined, 2)}\n`
          : formatStatus(status),
      );
    });
}

/** One line a part. */
function formatStatus(status: SandboxStatus): string {
  const rows = status.parts.map(({ title, state, message }) =>
    `${title.padEnd(14)} ${state.padEnd(9)} ${message}`.trimEnd(),
  );
  return [`The sandbox is ${status.state}.`, ...rows, ''].join('\n');
}
