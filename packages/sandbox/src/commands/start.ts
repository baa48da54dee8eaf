import { Command } from 'commander';
import { Sandbox } from '../Sandbox';
import { createProgressPrinter } from './createProgressPrinter';
import { directoryOption } from './directoryOption';

interface StartCommandOptions {
  directory: string;
  gitops?: string;
  backstage: string;
}

export function registerStartCommand(program: Command): void {
  program
    .command('start')
    .description(
      'build what is missing, start all parts and keep them running until Ctrl-C',
    )
    .addOption(directoryOption())
    .option(
      '--gitops <folder>',
      'what a new repository starts from; examples/gitops by default',
    )
    .option(
      '--backstage <url>',
      'the Backstage that Gitea tells of pushes',
      'http://127.0.0.1:7007',
    )
    .action(async ({ backstage, directory, gitops }: StartCommandOptions) => {
      const log = createProgressPrinter('sandbox');
      const interrupted = new AbortController();
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.on(signal, () =>
          interrupted.abort(new Error(`Ended by ${signal}`)),
        );
      }
      const sandbox = await Sandbox.start({
        directory,
        gitops,
        backstage,
        log,
        signal: interrupted.signal,
      });
      log(`Gitea: ${sandbox.gitea.url}`);
      log(`Argo CD: ${sandbox.argocd.url}`);
      log(`Kubernetes: KUBECONFIG=${sandbox.kubeconfig}`);
      log('Ready. Ctrl-C ends it.');
      // Nothing else keeps this process alive: the parts run in processes of their own.
      const alive = setInterval(() => undefined, 60_000);
      await Promise.race([
        sandbox.untilStopped(),
        new Promise(resolve =>
          interrupted.signal.addEventListener('abort', resolve),
        ),
      ]);
      log('Stopping');
      await sandbox.stop();
      clearInterval(alive);
    });
}
