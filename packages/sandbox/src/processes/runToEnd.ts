import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CommandError } from './CommandError';

export interface RunToEndOptions {
  args?: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Written to standard input, which is empty otherwise. */
  input?: string;
  signal?: AbortSignal;
  onStart?: (pid: number) => void;
  /** Told of each line of standard error as it is written. */
  onErrorLine?: (line: string) => void;
}

/** How a command has ended, and what it wrote. */
export interface CommandEnd {
  /** Absent where a signal has ended it. */
  code?: number;
  killedBy?: NodeJS.Signals;
  stdout: string;
  stderr: string;
}

/**
 * Runs a command to its end, whatever that is.
 *
 * It runs in a process group of its own, so that Ctrl-C in a terminal reaches it through `signal` only, once, and
 * so that aborting ends what it started in turn (a compiler under `go build`).
 *
 * @throws {@link CommandError} when it could not be started; the reason of `signal` when that was aborted
 */
export function runToEnd(
  command: string,
  options: RunToEndOptions = {},
): Promise<CommandEnd> {
  const {
    args = [],
    env = process.env,
    cwd,
    input,
    signal,
    onStart,
    onErrorLine,
  } = options;
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
    if (onErrorLine) {
      createInterface({ input: child.stderr }).on('line', onErrorLine);
    }
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
        return;
      }
      resolve({
        code: code ?? undefined,
        killedBy: killedBy ?? undefined,
        stdout: Buffer.concat(output).toString('utf8'),
        stderr: Buffer.concat(errors).toString('utf8'),
      });
    });
  });
}
