import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CommandEnd, runToEnd } from '@progressive-delivery/sandbox';
import { requireTool, ToolName } from './requireTool';

export interface RunToolOptions {
  cwd?: string;
  input?: string;
  /** Added to an environment that knows nothing of this machine's clusters and settings. */
  environment?: Record<string, string>;
}

/** Runs a tool to its end, whatever its exit code. Only a tool that cannot be started rejects. */
export async function runTool(
  name: ToolName,
  args: string[],
  { cwd, environment, input }: RunToolOptions = {},
): Promise<CommandEnd> {
  const home = await mkdtemp(join(tmpdir(), 'chart-tests-home-'));
  const binary = requireTool(name);
  try {
    return await runToEnd(binary, {
      args,
      cwd,
      input,
      env: {
        PATH: [dirname(binary), process.env.PATH].join(':'),
        HOME: home,
        // No cluster unless a test names one.
        KUBECONFIG: join(home, 'no-kubeconfig'),
        ...environment,
      },
    });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
