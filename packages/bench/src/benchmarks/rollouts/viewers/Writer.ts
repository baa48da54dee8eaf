import { setTimeout as sleep } from 'node:timers/promises';
import { Stage } from '../Stage';

const A_SECOND = 10;

export interface WriterOptions {
  namespace: string;
  /** Of the Rollouts that are changed. */
  names: readonly string[];
  /** The API server has taken a change. */
  onConfirmed: (name: string, number: number) => void;
}

/** Makes changes all over a namespace, whether or not the API server takes them. */
export class Writer {
  static start(stage: Stage, options: WriterOptions): Writer {
    const writer = new Writer();
    writer.running = writer.run(stage, options);
    return writer;
  }

  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  private constructor() {}

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async run(
    stage: Stage,
    { names, namespace, onConfirmed }: WriterOptions,
  ): Promise<void> {
    const open = new Set<Promise<void>>();
    while (!this.stopped) {
      const name = names[Math.floor(Math.random() * names.length)];
      const { confirmed, number } = stage.change(namespace, name);
      const done = confirmed
        .then(
          () => onConfirmed(name, number),
          // Whoever was not told that it was taken cannot expect to see it.
          () => undefined,
        )
        .finally(() => open.delete(done));
      open.add(done);
      await sleep(1000 / A_SECOND);
    }
    await Promise.all(open);
  }
}
