import { join } from 'node:path';
import { kubeconfigFile } from './kubernetes/Cluster';
import type { ProcessTable } from './processes/ProcessTable';
import { runCommand } from './processes/runCommand';
import type { PartContext } from './SandboxContext';
import type { Toolbox } from './tools/Toolbox';

/** Starts processes and runs tools for the parts of one directory. */
export function createPartContext(options: {
  directory: string;
  toolbox: Toolbox;
  processes: ProcessTable;
  signal: AbortSignal;
}): PartContext {
  const { directory, toolbox, processes, signal } = options;
  const environment = {
    PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin',
    HOME: join(directory, 'home'),
    TMPDIR: join(directory, 'tmp'),
    LANG: 'C.UTF-8',
  };
  return {
    directory,
    toolbox,
    processes,
    signal,
    environment,
    startProcess: started => {
      signal.throwIfAborted();
      return processes.start({
        name: started.name,
        command: toolbox.tool(started.tool),
        args: started.args,
        env: { ...environment, ...started.environment },
        cwd: started.cwd,
      });
    },
    runTool: (tool, run) =>
      runCommand(toolbox.tool(tool), {
        ...run,
        cwd: run.cwd ?? directory,
        env: {
          ...environment,
          KUBECONFIG: kubeconfigFile(directory),
          ...run.environment,
        },
        signal,
        onStart: pid => processes.addCommand(tool, pid),
      }),
  };
}
