import { execFileSync } from 'node:child_process';

/** Hosts commit in their own name what is done by their pages and their API. */
const COMMITTER = { name: 'Git host', email: 'noreply@example.com' };

/** Runs git in a bare repository, and gives what it says without the last line end. */
export function runGit(
  directory: string,
  args: string[],
  options: {
    input?: string | Buffer;
    env?: Record<string, string>;
    author?: { name: string; email: string };
  } = {},
): string {
  const { author = COMMITTER, env, input } = options;
  return execFileSync('git', args, {
    cwd: directory,
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: directory,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_COMMITTER_NAME: COMMITTER.name,
      GIT_COMMITTER_EMAIL: COMMITTER.email,
      ...env,
    },
  }).trimEnd();
}
