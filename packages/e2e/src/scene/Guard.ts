import { ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { folders } from './folders';

export interface GuardOptions {
  /** Where the test keeps all its files; the guard deletes it. */
  directory: string;
  /** The directory of the test's sandbox. */
  sandbox: string;
}

/**
 * A process beside the test that ends what the test started, should the test be killed before it can do so itself. It
 * knows by its standard input, which a `BackgroundProcess` of the sandbox has none of.
 */
export class Guard {
  static start(options: GuardOptions): Guard {
    const child = spawn(
      process.execPath,
      [
        ...[
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform'),
        ],
        join(folders.own, 'src/scene/guardMain.ts'),
        ...[options.directory, options.sandbox],
      ],
      // A group of its own: Ctrl-C in the terminal is not for the guard.
      { detached: true, stdio: ['pipe', 'ignore', 'inherit'] },
    );
    return new Guard(child);
  }

  private constructor(private readonly child: ChildProcess) {}

  /** Ends this process, or the group that it leads, as well. */
  watch(pid: number): void {
    this.child.stdin?.write(`${pid}\n`);
  }

  /** Ends now what the test could not. */
  endAll(): void {
    this.child.stdin?.end();
  }

  /** Everything has been ended. */
  dismiss(): void {
    this.child.kill('SIGKILL');
  }
}
