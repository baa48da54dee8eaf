import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { CustomErrorBase } from '@backstage/errors';

/** What is kept of a process's stderr, in bytes: enough for its message, too little to fill memory. */
const KEPT_STDERR = 64 * 1024;

export interface ProcessOptions {
  /** Absolute path, or a name to be found in `env.PATH`. */
  command: string;
  args: readonly string[];
  directory: string;
  /** The whole environment: nothing is inherited. */
  env: Record<string, string>;
  input?: string | Uint8Array;
  /** Milliseconds until the process and all that it started are killed. */
  timeout: number;
  /** Bytes of stdout after which they are killed. */
  outputLimit: number;
  /** Exit codes besides 0 with which it gives its stdout, too; default none. */
  exitCodes?: readonly number[];
  signal?: AbortSignal;
}

/** Why a process gave no result; `stderr` is what it had said until then, at most 64 KiB. */
export class ProcessError extends CustomErrorBase {
  name = 'ProcessError' as const;

  constructor(
    readonly reason:
      | { kind: 'exit'; code: number | undefined; signal: string | undefined }
      | { kind: 'timeout'; milliseconds: number }
      | { kind: 'output'; bytes: number }
      | { kind: 'spawn'; code: string | undefined }
      | { kind: 'aborted' },
    readonly stderr: string,
    message: string,
    cause?: Error,
  ) {
    super(message, cause);
  }
}

/**
 * Runs a program in a process group of its own and gives its stdout. Ends the whole group when it takes too long, says
 * too much, or nobody wants the result any more, so that what it started goes with it.
 *
 * @throws {@link ProcessError}
 */
export async function runProcess(options: ProcessOptions): Promise<Buffer> {
  const { command, timeout, outputLimit, exitCodes = [], signal } = options;
  if (signal?.aborted) {
    throw new ProcessError({ kind: 'aborted' }, '', `${command} was cancelled`);
  }
  return new Promise((resolve, reject) => {
    const notStarted = (error: NodeJS.ErrnoException) =>
      reject(
        new ProcessError(
          { kind: 'spawn', code: error.code },
          '',
          `${command} could not be started`,
          error,
        ),
      );
    let child: ReturnType<typeof start>;
    try {
      child = start(options);
    } catch (error) {
      // What cannot be started at all, such as with arguments that are too long.
      notStarted(error as NodeJS.ErrnoException);
      return;
    }
    const { pid } = child;
    if (pid === undefined) {
      // It may not even have pipes, where we have no file descriptors left.
      child.on('error', notStarted);
      return;
    }
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let stdoutBytes = 0;
    let stderrBytes = 0;
    let failure: ProcessError['reason'] | undefined;

    const killGroup = () => {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch (error) {
        // ESRCH: they ended by themselves between the decision and here.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
          throw error;
        }
      }
    };
    const end = (reason: ProcessError['reason']) => {
      failure ??= reason;
      killGroup();
      // A grandchild that left the group could hold the pipes open: do not wait for it.
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const timer = setTimeout(
      () => end({ kind: 'timeout', milliseconds: timeout }),
      timeout,
    );
    const abort = () => end({ kind: 'aborted' });
    signal?.addEventListener('abort', abort, { once: true });
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };

    child.stdout.on('data', (chunk: Buffer) => {
      stdoutBytes += chunk.length;
      if (stdoutBytes > outputLimit) {
        end({ kind: 'output', bytes: outputLimit });
      } else {
        stdout.push(chunk);
      }
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderrBytes < KEPT_STDERR) {
        stderr.push(chunk.subarray(0, KEPT_STDERR - stderrBytes));
        stderrBytes += chunk.length;
      }
    });
    // EPIPE: it did not want all of its input. Its exit code tells what that means.
    child.stdin.on('error', () => {});
    child.on('close', (code, signalName) => {
      settle();
      // What it left running in its group must not outlive it.
      killGroup();
      if (!failure && code !== null && [0, ...exitCodes].includes(code)) {
        resolve(Buffer.concat(stdout));
        return;
      }
      const reason = failure ?? {
        kind: 'exit' as const,
        code: code ?? undefined,
        signal: signalName ?? undefined,
      };
      reject(
        new ProcessError(
          reason,
          Buffer.concat(stderr).toString('utf8'),
          `${command} ${describe(reason)}`,
        ),
      );
    });
    Readable.from(options.input === undefined ? [] : [options.input], {
      objectMode: true,
    }).pipe(child.stdin);
  });
}

function start({ args, command, directory, env }: ProcessOptions) {
  return spawn(command, args, {
    cwd: directory,
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

function describe(reason: ProcessError['reason']): string {
  switch (reason.kind) {
    case 'exit':
      return reason.signal
        ? `was ended by ${reason.signal}`
        : `ended with exit code ${reason.code}`;
    case 'timeout':
      return `took longer than ${reason.milliseconds / 1000} s and was ended`;
    case 'output':
      return `gave more than ${reason.bytes} bytes and was ended`;
    case 'spawn':
      return 'could not be started';
    case 'aborted':
      return 'was cancelled';
    default:
      return reason satisfies never;
  }
}
