import { ApiServer, BackgroundProcess } from '@progressive-delivery/sandbox';

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
    return new KubectlWatch(options);
  }

  /** `status.replicas` of each Rollout that was printed. */
  readonly shown = new Map<string, number>();
  private readonly watch: BackgroundProcess;

  private constructor({ namespace, onLine, server }: KubectlWatchOptions) {
    this.watch = BackgroundProcess.start({
      command: server.kubectl,
      args: [
        ...['get', 'rollouts', '--namespace', namespace],
        ...['--watch', '--no-headers'],
      ],
      environment: server.environment(),
      output: {
        onLine: line => {
          const at = performance.now();
          const [, name, current] = LINE.exec(line) ?? [];
          if (name) {
            this.shown.set(name, Number(current));
            onLine(name, Number(current), at);
          }
        },
      },
    });
  }

  async stop(): Promise<void> {
    await this.watch.end();
  }
}
