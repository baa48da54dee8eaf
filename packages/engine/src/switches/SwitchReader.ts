import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { SharedWork } from '../processes/SharedWork';
import { cannotRead } from '../processes/cannotRead';
import { WorkerPool } from '../processes/WorkerPool';
import { ChartValues } from './describeSwitches';
import { ReadSwitch } from './readSwitches';
import switchWorker from './switchWorker';

const TIME_LIMIT = 20_000;
/** Characters of edited files that are kept. */
const KEPT_CHARACTERS = 16 * 1024 * 1024;

/** Reads and flips switches beside the event loop: parsing a large values file takes a second. */
export class SwitchReader {
  static create(
    options: {
      /** Default the one of the process. */
      pool?: WorkerPool;
      /** Milliseconds; default 20,000. */
      timeLimit?: number;
    } = {},
  ): SwitchReader {
    return new SwitchReader(
      options.pool ?? WorkerPool.forProcess(),
      options.timeLimit ?? TIME_LIMIT,
    );
  }

  private readonly work = SharedWork.create<ReadSwitch[]>();
  private readonly read = new LRUCache<string, ReadSwitch[]>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: switches =>
      switches.reduce(
        (sum, { flipped }) =>
          sum +
          1_000 +
          (flipped?.state === 'edited'
            ? flipped.before.length + flipped.after.length
            : 0),
        1_000,
      ),
  });

  private constructor(
    private readonly pool: WorkerPool,
    private readonly timeLimit: number,
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
    const key = digestOf(chart);
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
      return await this.pool.run(switchWorker, chart, {
        timeLimit: this.timeLimit,
        signal,
      });
    } catch (error) {
      const files = [chart.defaults, ...chart.layers].flatMap(layer =>
        'text' in layer ? [layer.path] : [],
      );
      throw cannotRead(error, files.join(', '));
    }
  }
}

/** Files as they are: of megabytes, JSON would take longer than their digests. */
function digestOf({
  defaults,
  layers,
  schema,
  subcharts,
  ...rest
}: ChartValues) {
  const hash = createHash('sha256');
  const add = (text: string) => hash.update(`${text.length} `).update(text);
  for (const layer of [
    defaults,
    ...(subcharts ?? []).map(each => each.defaults),
    ...layers,
  ]) {
    if ('text' in layer) {
      const { text, ...file } = layer;
      add(JSON.stringify(file));
      add(text);
    } else {
      add(JSON.stringify(layer));
    }
  }
  for (const each of [
    schema,
    ...(subcharts ?? []).map(({ schema: own }) => own),
  ]) {
    add(each === undefined ? '' : `=${each}`);
  }
  for (const { condition, under } of subcharts ?? []) {
    add(JSON.stringify([condition, under]));
  }
  add(JSON.stringify(rest));
  return hash.digest('base64');
}
