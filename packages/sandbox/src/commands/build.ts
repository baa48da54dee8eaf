import { Command } from 'commander';
import { ToolBuilder } from '../tools/ToolBuilder';
import { sandboxModules } from '../tools/toolModules';
import { Toolbox } from '../tools/Toolbox';
import { createProgressPrinter } from './createProgressPrinter';

export function registerBuildCommand(program: Command): void {
  program
    .command('build')
    .description('build the tools that are not in the cache yet, start nothing')
    .argument(
      '[tools...]',
      'only these (helm3 and step-plugin-e2e are built only when named)',
    )
    .action(async (tools: string[]) => {
      const toolbox = Toolbox.create();
      const names =
        tools.length > 0
          ? tools
          : sandboxModules.flatMap(module =>
              module.tools.map(({ name }) => name),
            );
      const interrupted = new AbortController();
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.on(signal, () =>
          interrupted.abort(new Error(`Ended by ${signal}`)),
        );
      }
      const builder = ToolBuilder.create({
        toolbox,
        log: createProgressPrinter('sandbox'),
        signal: interrupted.signal,
      });
      await builder.build(names);
      for (const name of names) {
        process.stdout.write(`${toolbox.tool(name)}\n`);
      }
    });
}
