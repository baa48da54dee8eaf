import { BackgroundProcess } from '../processes/BackgroundProcess';
import { eventually } from '../processes/eventually';
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
    const recorder = new EndpointRecorder(options);
    await eventually(
      'The first endpoints are counted',
      () => {
        if (recorder.counts.length === 0) {
          throw new Error('None so far');
        }
      },
      { signal: recorder.watch.ended, intervalMilliseconds: 20 },
    );
    return recorder;
  }

  private readonly slices = new Map<string, number>();
  private readonly counts: number[] = [];
  private readonly watch: BackgroundProcess;

  private constructor({
    namespace,
    sandbox,
    service,
  }: EndpointRecorderOptions) {
    this.watch = BackgroundProcess.start({
      command: sandbox.tools.kubectl,
      args: [
        ...['get', 'endpointslices.discovery.k8s.io', '--watch'],
        ...['--namespace', namespace],
        ...['--selector', `kubernetes.io/service-name=${service}`],
        ...['--output-watch-events', '--output', `jsonpath=${LINE}`],
      ],
      environment: sandbox.environment(),
      output: { onLine: line => this.take(line) },
    });
  }

  /** Of the process that watches. */
  get pid(): number {
    return this.watch.pid;
  }

  /**
   * The fewest and the most there have been so far.
   *
   * @throws when the watch has ended, so that there may have been others
   */
  range(): { fewest: number; most: number } {
    this.watch.assertRunning();
    return { fewest: Math.min(...this.counts), most: Math.max(...this.counts) };
  }

  /** Ends the recording. */
  async stop(): Promise<void> {
    await this.watch.end();
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
