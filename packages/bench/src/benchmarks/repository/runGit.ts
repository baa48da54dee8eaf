import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs git without the configuration of whoever runs the benchmark, and gives what it says without the last line end. */
export async function runGit(
  args: string[],
  options: { cwd: string; env?: Record<string, string> },
): Promise<string> {
  const { stdout } = await run('git', args, {
    cwd: options.cwd,
    maxBuffer: 64 * 1024 * 1024,
    env: {
      PATH: process.env.PATH,
      HOME: options.cwd,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      ...options.env,
    },
  });
  return stdout.trimEnd();
}
