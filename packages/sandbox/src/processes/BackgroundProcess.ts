import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { CustomErrorBase } from '@backstage/errors';
import { lastLines } from './lastLines';

/** A process that was to go on has ended. */
class ProcessEndedError extends CustomErrorBase {
  name = 'ProcessEndedError' as const;
}

export interface BackgroundProcessOptions {
  command: string;
  args: string[];
  environment: NodeJS.ProcessEnv;
  cwd?: string;
  /**
   * The file that all its output is appended to, or who is told each line of its standard output; its errors go where
   * those of this process go then.
   */
  output: { file: string } | { onLine: (line: string) => void };
  /**
   * Whether it leads a process group of its own, with which everything that it has started is ended. Otherwise it belongs
   * to the group of this process, and Ctrl-C ends both. Default: false.
   */
  ownGroup?: boolean;
}

const GRACE_SECONDS = 10;

/** A process that goes on until it is ended, unlike a command (`runCommand`). It can be started again. */
export class BackgroundProcess {
  static create(options: BackgroundProcessOptions): BackgroundProcess {
    return new BackgroundProcess(options);
  }

  static start(options: BackgroundProcessOptions): BackgroundProcess {
    const started = BackgroundProcess.create(options);
    started.start();
    return started;
  }

  private running?: { child: ChildProcess; ended: AbortController };

  private constructor(private readonly options: BackgroundProcessOptions) {}

  start(): void {
    const { args, command, cwd, environment, output, ownGroup } = this.options;
    const file =
      'file' in output ? openSync(output.file, 'a', 0o600) : undefined;
    const child = spawn(command, args, {
      cwd,
      env: environment,
      detached: ownGroup,
      stdio: ['ignore', file ?? 'pipe', file ?? 'inherit'],
    });
    if (file !== undefined) {
      closeSync(file);
    }
    if ('onLine' in output && child.stdout) {
      createInterface(child.stdout).on('line', output.onLine);
    }
    const ended = new AbortController();
    child.once('exit', (code, signal) =>
      ended.abort(this.endedError(`ended with ${code ?? signal}`)),
    );
    child.on('error', error => {
      if (child.pid === undefined) {
        if ('file' in output) {
          appendFileSync(output.file, `${error.message}\n`);
        }
        ended.abort(this.endedError(`could not be started: ${error.message}`));
      }
    });
    this.running = { child, ended };
  }

  /** 0 where it could not be started. */
  get pid(): number {
    return this.running?.child.pid ?? 0;
  }

  /** Aborted when it has ended, whoever ended it, and says how, with its last lines where they are in a file. */
  get ended(): AbortSignal {
    return this.running?.ended.signal ?? AbortSignal.abort();
  }

  /** @throws where it has ended: what {@link BackgroundProcess.ended} says */
  assertRunning(): void {
    this.ended.throwIfAborted();
  }

  /** Resolves when it is gone; it is killed where it does not end within ten seconds. */
  async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const { child } = this.running ?? {};
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) {
      return;
    }
    const exited = once(child, 'exit');
    this.send(child.pid, signal);
    const isGone = await Promise.race([
      exited.then(() => true),
      sleep(GRACE_SECONDS * 1000, false, { ref: false }),
    ]);
    if (!isGone) {
      this.send(child.pid, 'SIGKILL');
      await exited;
    }
  }

  private send(pid: number, signal: NodeJS.Signals): void {
    try {
      process.kill(this.options.ownGroup ? -pid : pid, signal);
    } catch {
      // It ended just now.
    }
  }

  private endedError(how: string): ProcessEndedError {
    const { command, output } = this.options;
    return new ProcessEndedError(
      'file' in output
        ? `${command} ${how}. The last lines of ${output.file}:\n${lastLines(
            output.file,
          )}`
        : `${command} ${how}`,
    );
  }
}
