import { Command } from 'commander';
import { Sandbox } from '../Sandbox';
import { directoryOption } from './directoryOption';

export function registerStopCommand(program: Command): void {
  program
    .command('stop')
    .description('end all parts, from whatever terminal they were started')
    .addOption(directoryOption())
    .action(async ({ directory }: { directory: string }) => {
      const ended = await Sandbox.stop(directory);
      process.stdout.write(
        ended === 0
          ? 'Nothing was running\n'
          : `Ended ${ended} processes. What Gitea holds stays for the next start\n`,
      );
    });
}
