import { InvalidArgumentError, Command } from 'commander';
import { Sandbox } from '../Sandbox';
import { directoryOption } from './directoryOption';

export function registerMergeCommand(program: Command): void {
  program
    .command('merge')
    .description('merge the open pull request')
    .argument('[number]', 'which one, when several are open', parseNumber)
    .addOption(directoryOption())
    .action(
      async (
        number: number | undefined,
        { directory }: { directory: string },
      ) => {
        const merged = await Sandbox.attach(directory).mergePullRequest(number);
        process.stdout.write(
          `Merged pull request ${merged.number}, ${merged.title}\n`,
        );
      },
    );
}

function parseNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new InvalidArgumentError('Not the number of a pull request.');
  }
  return number;
}
