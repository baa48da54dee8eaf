import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { BoundedCache } from '../processes/BoundedCache';
import { SharedWork } from '../processes/SharedWork';
import { WorkerThread, WorkerThreadError } from '../processes/WorkerThread';
import { ChartValues } from './describeSwitches';
import { ReadSwitch } from './readSwitches';
import { SwitchAnswer, switchWorkerFile } from './switchWorker';

const TIME_LIMIT = 20_000;
const MEMORY_LIMIT = 256 * 1024 * 1024;
/** Characters of edited files that are kept. */
const KEPT_CHARACTERS = 16 * 1024 * 1024;

/** Reads and flips switches beside the event loop: parsing a large values file takes a second. */
export class SwitchReader {
  /** The one that all share: one thread is enough for a backend. */
  static forProcess(): SwitchReader {
    SwitchReader.shared ??= SwitchReader.create();
    return SwitchReader.shared;
  }

  static create(
    options: {
      /** Milliseconds; default 20,000. */
      timeLimit?: number;
      /** Bytes of heap; default 256 MiB. */
      memoryLimit?: number;
    } = {},
  ): SwitchReader {
    return new SwitchReader(
      WorkerThread.create({
        file: switchWorkerFile,
        timeLimit: options.timeLimit ?? TIME_LIMIT,
        memoryLimit: options.memoryLimit ?? MEMORY_LIMIT,
      }),
    );
  }

  private static shared: SwitchReader | undefined;

  private readonly work = SharedWork.create<ReadSwitch[]>();
  private readonly read = BoundedCache.create<ReadSwitch[]>({
    limit: KEPT_CHARACTERS,
    weigh: switches =>
      switches.reduce(
        (sum, { flipped }) =>
          sum +
          1_000 +
          (flipped?.state === 'edited'
            ? flipped.before.length + flipped.after.length
            : 0),
        0,
      ),
  });

  private constructor(
    private readonly thread: WorkerThread<ChartValues, SwitchAnswer>,
  ) {}

  /**
   * The switches of a chart, each with the edit that flips it; those of the same values are read once.
   *
   * @throws InputError where a values file cannot be read, or takes too long or too much memory
   */
  async switchesOf(
    chart: ChartValues,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<ReadSwitch[]> {
    const key = createHash('sha256')
      .update(JSON.stringify(chart))
      .digest('base64');
    const kept = this.read.get(key);
    if (kept) {
      return kept;
    }
    return this.work.run(
      key,
      async shared => {
        const switches = await this.ask(chart, shared);
        this.read.set(key, switches);
        return switches;
      },
      signal,
    );
  }

  private async ask(
    chart: ChartValues,
    signal: AbortSignal,
  ): Promise<ReadSwitch[]> {
    try {
      const answer = await this.thread.ask(chart, signal);
      if (answer.state === 'read') {
        return answer.switches;
      }
      throw new InputError(answer.because);
    } catch (error) {
      if (
        error instanceof WorkerThreadError &&
        error.reason.kind !== 'failed'
      ) {
        const files = [chart.defaults, ...chart.layers].flatMap(layer =>
          'text' in layer ? [layer.path] : [],
        );
        throw new InputError(
          `The switches in ${files.join(', ')} cannot be read: ${
            error.message
          }. The files are too large or too intricate.`,
        );
      }
      throw error;
    }
  }
}
