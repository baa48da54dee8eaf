import { Command } from 'commander';
import { Sandbox } from '../Sandbox';
import { directoryOption } from './directoryOption';

interface PromoteCommandOptions {
  directory: string;
  namespace: string;
  full?: boolean;
}

export function registerPromoteCommand(program: Command): void {
  program
    .command('promote')
    .description('go on with a paused canary')
    .argument('<rollout>')
    .option('--namespace <name>', 'where the Rollout is', 'agents')
    .option('--full', 'skip all remaining steps')
    .addOption(directoryOption())
    .action(async (rollout: string, options: PromoteCommandOptions) => {
      const { directory, namespace, full } = options;
      process.stdout.write(
        await Sandbox.attach(directory).promote({ rollout, namespace, full }),
      );
    });
}
