import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ApiServer } from '@progressive-delivery/sandbox';

/** Name, desired and current replicas. */
const LINE = /^(\S+)\s+\d+\s+(\d+)\s/;

export interface KubectlWatchOptions {
  server: ApiServer;
  namespace: string;
  /** Told `status.replicas` of a Rollout, and when it came, in milliseconds as `performance.now` gives them. */
  onLine: (name: string, current: number, at: number) => void;
}

/** `kubectl get rollouts --watch`, as a person would have it running beside the page. */
export class KubectlWatch {
  static start(options: KubectlWatchOptions): KubectlWatch {
    const { namespace, server } = options;
    const child = spawn(
      server.kubectl,
      [
        ...['get', 'rollouts', '--namespace', namespace],
        ...['--watch', '--no-headers'],
      ],
      { env: server.environment(), stdio: ['ignore', 'pipe', 'ignore'] },
    );
    return new KubectlWatch(child, options);
  }

  /** `status.replicas` of each Rollout that was printed. */
  readonly shown = new Map<string, number>();
  private rest = '';

  private constructor(
    private readonly child: ChildProcess,
    { onLine }: KubectlWatchOptions,
  ) {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const at = performance.now();
      const lines = (this.rest + text).split('\n');
      this.rest = lines.pop() ?? '';
      for (const line of lines) {
        const [, name, current] = LINE.exec(line) ?? [];
        if (name) {
          this.shown.set(name, Number(current));
          onLine(name, Number(current), at);
        }
      }
    });
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exited = once(this.child, 'exit');
      this.child.kill();
      await exited;
    }
  }
}
