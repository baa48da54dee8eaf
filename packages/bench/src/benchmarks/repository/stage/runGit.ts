import { runCommand } from '@progressive-delivery/sandbox';

/** Runs git without the configuration of whoever runs the benchmark, and gives what it says without the last line end. */
export async function runGit(
  args: string[],
  options: { cwd: string; env?: Record<string, string> },
): Promise<string> {
  const said = await runCommand('git', {
    args,
    cwd: options.cwd,
    env: {
      PATH: process.env.PATH,
      HOME: options.cwd,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      ...options.env,
    },
  });
  return said.trimEnd();
}
