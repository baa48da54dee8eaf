import { Command } from 'commander';
import { registerAdoptCommand } from './commands/adopt';
import { registerPreviewCommand } from './commands/preview';
import { printMessage, printResult } from './terminal/printing';

/** The command and all its subcommands. */
export function createProgram(): Command {
  const program = new Command('progressive-delivery')
    .description(
      'Progressive delivery with Argo Rollouts for Helm charts, without Backstage',
    )
    .configureOutput({
      writeOut: text => printResult(text),
      writeErr: text => printMessage(text),
    })
    .showHelpAfterError()
    .exitOverride();
  registerAdoptCommand(program);
  registerPreviewCommand(program);
  return program;
}
