import { ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Sandbox } from '../Sandbox';

/** One line an event: its type, the EndpointSlice's name, and `true` or `false` for each endpoint. */
const LINE =
  '{.type}{" "}{.object.metadata.name}{" "}{.object.endpoints[*].conditions.ready}{"\\n"}';

export interface EndpointRecorderOptions {
  sandbox: Pick<Sandbox, 'tools' | 'environment'>;
  namespace: string;
  service: string;
}

/**
 * Counts the ready endpoints of a Service from start to stop. It watches rather than samples: no state that the API
 * server has stored, however short, is missed.
 */
export class EndpointRecorder {
  /** Resolves once the first count is there. */
  static async start(
    options: EndpointRecorderOptions,
  ): Promise<EndpointRecorder> {
    const { sandbox, namespace, service } = options;
    const watch = spawn(
      sandbox.tools.kubectl,
      [
        ...['get', 'endpointslices.discovery.k8s.io', '--watch'],
        ...['--namespace', namespace],
        ...['--selector', `kubernetes.io/service-name=${service}`],
        ...['--output-watch-events', '--output', `jsonpath=${LINE}`],
      ],
      { env: sandbox.environment(), stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const recorder = new EndpointRecorder(watch);
    await recorder.begun;
    return recorder;
  }

  /** Of the process that watches. */
  readonly pid: number;

  private readonly slices = new Map<string, number>();
  private readonly counts: number[] = [];
  private readonly begun: Promise<void>;
  private ended: string | undefined;

  private constructor(private readonly watch: ChildProcess) {
    this.pid = watch.pid ?? 0;
    this.begun = new Promise((resolve, reject) => {
      createInterface(watch.stdout!).on('line', line => {
        this.take(line);
        resolve();
      });
      watch.once('exit', (code, signal) => {
        this.ended = `The watch on endpoints ended with ${code ?? signal}`;
        reject(new Error(this.ended));
      });
    });
  }

  /**
   * The fewest and the most there have been so far.
   *
   * @throws when the watch has ended, so that there may have been others
   */
  range(): { fewest: number; most: number } {
    if (this.ended) {
      throw new Error(this.ended);
    }
    return { fewest: Math.min(...this.counts), most: Math.max(...this.counts) };
  }

  /** Ends the recording. */
  stop(): void {
    this.watch.kill();
  }

  private take(line: string): void {
    const [type, slice, ...conditions] = line.trim().split(' ');
    if (type === 'DELETED') {
      this.slices.delete(slice);
    } else {
      this.slices.set(
        slice,
        conditions.filter(ready => ready === 'true').length,
      );
    }
    const count = [...this.slices.values()].reduce((sum, n) => sum + n, 0);
    if (count !== this.counts.at(-1)) {
      this.counts.push(count);
    }
  }
}
