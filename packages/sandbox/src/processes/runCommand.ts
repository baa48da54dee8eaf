import { spawn } from 'node:child_process';
import { CustomErrorBase } from '@backstage/errors';

/** A command ended with something other than 0; the message carries what it wrote to standard error. */
export class CommandError extends CustomErrorBase {
  name = 'CommandError' as const;
}

export interface RunCommandOptions {
  args?: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Written to standard input, which is empty otherwise. */
  input?: string;
  signal?: AbortSignal;
  onStart?: (pid: number) => void;
}

const LONGEST_ERROR = 4_000;

/**
 * Runs a command to its end and answers its standard output.
 *
 * It runs in a process group of its own, so that Ctrl-C in a terminal reaches it through `signal` only, once, and
 * so that aborting ends what it started in turn (a compiler under `go build`).
 *
 * @throws {@link CommandError} when it could not be started or did not end with 0
 */
export function runCommand(
  command: string,
  options: RunCommandOptions = {},
): Promise<string> {
  const { args = [], env = process.env, cwd, input, signal, onStart } = options;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = spawn(command, args, { env, cwd, detached: true });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    const endGroup = () => {
      if (child.pid) {
        try {
          process.kill(-child.pid, 'SIGTERM');
        } catch {
          // The group ended between the abort and now.
        }
      }
    };
    signal?.addEventListener('abort', endGroup, { once: true });
    if (child.pid) {
      onStart?.(child.pid);
    }
    child.stdout.on('data', chunk => output.push(chunk));
    child.stderr.on('data', chunk => errors.push(chunk));
    // A command that ends without reading its input breaks the pipe; its exit code says what there is to say.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', error =>
      reject(
        new CommandError(`${command} could not be started: ${error.message}`),
      ),
    );
    child.on('close', (code, killedBy) => {
      signal?.removeEventListener('abort', endGroup);
      if (signal?.aborted) {
        reject(signal.reason);
      } else if (code === 0) {
        resolve(Buffer.concat(output).toString('utf8'));
      } else {
        const said = Buffer.concat(errors.length ? errors : output)
          .toString('utf8')
          .trim()
          .slice(-LONGEST_ERROR);
        const name = command.split('/').pop();
        reject(
          new CommandError(
            `${name} ${args[0] ?? ''} ended with ${code ?? killedBy}${
              said ? `: ${said}` : ''
            }`,
          ),
        );
      }
    });
  });
}
