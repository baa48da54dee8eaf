import { setTimeout as sleep } from 'node:timers/promises';
import { Stage } from './Stage';

const A_SECOND = 10;

export interface WriterOptions {
  namespace: string;
  /** Of the Rollouts that are changed. */
  names: readonly string[];
  /** The API server has taken a change. */
  onConfirmed: (name: string, number: number) => void;
}

/**
 * Makes changes all over a namespace, whether or not the API server takes them. Of one Rollout only one at a time: of
 * several that wait for an API server, the last that is made need not be the last that it takes.
 */
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
    const open = new Map<string, Promise<void>>();
    while (!this.stopped) {
      const free = names.filter(name => !open.has(name));
      if (free.length > 0) {
        const name = free[Math.floor(Math.random() * free.length)];
        const { confirmed, number } = stage.change(namespace, name);
        const done = confirmed
          .then(
            () => onConfirmed(name, number),
            // Whoever was not told that it was taken cannot expect to see it.
            () => undefined,
          )
          .finally(() => open.delete(name));
        open.set(name, done);
      }
      await sleep(1000 / A_SECOND);
    }
    await Promise.all(open.values());
  }
}
