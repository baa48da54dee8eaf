import { ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** Its standard input is a pipe that this process holds: it closes when this process ends, however it ends. */
const untilInputCloses = `
exec 3<&0
"$@" < /dev/null &
program=$!
{ read -r _ <&3; kill "$program"; } &
watch=$!
wait "$program"
kill "$watch"
`;

/** A program that does not outlive this process, even where that is killed: a `BackgroundProcess` of the sandbox would. */
export class BoundProcess {
  static start(
    command: string,
    args: string[],
    options: { log: string },
  ): BoundProcess {
    const log = openSync(options.log, 'a');
    try {
      return new BoundProcess(
        spawn('/bin/sh', ['-c', untilInputCloses, 'sh', command, ...args], {
          stdio: ['pipe', log, log],
        }),
        options.log,
      );
    } finally {
      closeSync(log);
    }
  }

  hasEnded = false;
  private readonly closed: Promise<void>;

  private constructor(
    private readonly shell: ChildProcess,
    private readonly log: string,
  ) {
    this.closed = new Promise(resolve =>
      shell.once('close', () => {
        this.hasEnded = true;
        resolve();
      }),
    );
  }

  /** All that it has said. */
  said(): string {
    return readFileSync(this.log, 'utf8');
  }

  /** Resolves when it has ended. */
  async end(): Promise<void> {
    this.shell.stdin?.end();
    await this.closed;
  }
}
