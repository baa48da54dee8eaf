import { Command } from 'commander';
import { Sandbox } from '../Sandbox';
import { directoryOption } from './directoryOption';
import { runInteractively } from './runInteractively';

export function registerKubectlCommand(program: Command): void {
  program
    .command('kubectl')
    .description('run kubectl in the sandbox: sandbox kubectl -- get pods -A')
    .argument('<arguments...>')
    .addOption(directoryOption())
    .action(async (args: string[], { directory }: { directory: string }) => {
      const sandbox = Sandbox.attach(directory);
      await runInteractively(
        sandbox.tools.kubectl,
        args,
        sandbox.environment(),
      );
    });
}
