import { Command } from 'commander';
import { Sandbox } from '../Sandbox';
import { directoryOption } from './directoryOption';

export function registerResetCommand(program: Command): void {
  program
    .command('reset')
    .description(
      'end all parts and delete their state; the next start begins anew from examples/gitops',
    )
    .addOption(directoryOption())
    .action(async ({ directory }: { directory: string }) => {
      await Sandbox.reset(directory);
      process.stdout.write('The next start begins anew\n');
    });
}
