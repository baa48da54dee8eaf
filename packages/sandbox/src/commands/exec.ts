import { Command } from 'commander';
import { Sandbox } from '../Sandbox';
import { directoryOption } from './directoryOption';
import { runInteractively } from './runInteractively';

export function registerExecCommand(program: Command): void {
  program
    .command('exec')
    .description(
      "run a command with the sandbox's KUBECONFIG and tools: sandbox exec -- helm ls -A",
    )
    .argument('<command...>')
    .addOption(directoryOption())
    .action(
      async (
        [command, ...args]: string[],
        { directory }: { directory: string },
      ) => {
        await runInteractively(command, args, {
          ...process.env,
          ...Sandbox.attach(directory).environment(),
        });
      },
    );
}
