import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CustomErrorBase } from '@backstage/errors';

/** A server ended by itself. */
class ServerEndedError extends CustomErrorBase {
  name = 'ServerEndedError' as const;
}

export interface ServerProcessOptions {
  command: string;
  args: string[];
  environment: NodeJS.ProcessEnv;
  /** The file its output goes to. */
  log: string;
}

const GRACE_MILLISECONDS = 10_000;
const LAST_LINES = 12;

/** A server that can be started again. It belongs to the group of this process, and so ends with that. */
export class ServerProcess {
  static create(options: ServerProcessOptions): ServerProcess {
    return new ServerProcess(options);
  }

  private child: ChildProcess | undefined;

  private constructor(private readonly options: ServerProcessOptions) {}

  start(): void {
    const { args, command, environment, log } = this.options;
    const output = openSync(log, 'a', 0o600);
    this.child = spawn(command, args, {
      env: environment,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
  }

  /** @throws {@link ServerEndedError} with its last lines where it has ended by itself */
  assertRunning(): void {
    const { command, log } = this.options;
    if (!isRunning(this.child)) {
      throw new ServerEndedError(
        `${command} ended. The last lines of ${log}:\n${readFileSync(
          log,
          'utf8',
        )
          .trimEnd()
          .split('\n')
          .slice(-LAST_LINES)
          .join('\n')}`,
      );
    }
  }

  /** Resolves when it is gone; it is killed where it does not end. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const { child } = this;
    if (!child || !isRunning(child)) {
      return;
    }
    const exited = once(child, 'exit');
    child.kill(signal);
    const ended = await Promise.race([
      exited.then(() => true),
      sleep(GRACE_MILLISECONDS, false, { ref: false }),
    ]);
    if (!ended) {
      child.kill('SIGKILL');
      await exited;
    }
  }
}

function isRunning(child: ChildProcess | undefined): boolean {
  return (
    child?.pid !== undefined &&
    child.exitCode === null &&
    child.signalCode === null
  );
}
