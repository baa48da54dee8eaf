import { Command } from 'commander';
import { registerBuildCommand } from './commands/build';
import { registerDeployCommand } from './commands/deploy';
import { registerExecCommand } from './commands/exec';
import { registerKubectlCommand } from './commands/kubectl';
import { registerMergeCommand } from './commands/merge';
import { registerPromoteCommand } from './commands/promote';
import { registerResetCommand } from './commands/reset';
import { registerStartCommand } from './commands/start';
import { registerStatusCommand } from './commands/status';
import { registerStopCommand } from './commands/stop';

const program = new Command('sandbox')
  .description(
    'A real delivery stack on this machine: Gitea, Kubernetes, Argo Rollouts and Argo CD',
  )
  .showHelpAfterError();

for (const register of [
  registerStartCommand,
  registerStopCommand,
  registerStatusCommand,
  registerResetCommand,
  registerBuildCommand,
  registerMergeCommand,
  registerDeployCommand,
  registerPromoteCommand,
  registerKubectlCommand,
  registerExecCommand,
]) {
  register(program);
}

program.parseAsync().catch(error => {
  // A person reads this: the sentence, not the stack.
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
});
