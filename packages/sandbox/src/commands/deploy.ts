import { Command } from 'commander';
import { Sandbox } from '../Sandbox';
import { workloads } from '../workloads/workloads';
import { directoryOption } from './directoryOption';

export function registerDeployCommand(program: Command): void {
  program
    .command('deploy')
    .description('commit a new image of a workload, as a release would')
    .argument('<workload>', workloads.map(({ name }) => name).join(' or '))
    .argument('[image]', 'a tag, or an image with one; the next one by default')
    .option('--overlay <name>', 'a folder of argocd/applications', 'agents')
    .addOption(directoryOption())
    .action(
      async (
        workload: string,
        image: string | undefined,
        { directory, overlay }: { directory: string; overlay: string },
      ) => {
        const { from, to, commit, file } = await Sandbox.attach(
          directory,
        ).deploy({ workload, overlay, tag: image && tagOf(image) });
        process.stdout.write(
          `Committed ${commit.slice(
            0,
            8,
          )}: ${workload} ${from} -> ${to} in ${file}\n`,
        );
      },
    );
}

function tagOf(image: string): string {
  return image.slice(image.lastIndexOf(':') + 1);
}
