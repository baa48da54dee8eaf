import { setImmediate } from 'node:timers/promises';

/** Milliseconds after which others have their turn. */
const SLICE = 10;

/** Long work in small parts, so that requests are answered between them. */
export class TimeSlices {
  static create(): TimeSlices {
    return new TimeSlices();
  }

  private started = performance.now();

  private constructor() {}

  /** Call it between parts: lets others have their turn where it is time. Rejects with the signal's reason. */
  async next(signal?: AbortSignal): Promise<void> {
    if (performance.now() - this.started < SLICE) {
      return;
    }
    await setImmediate();
    signal?.throwIfAborted();
    this.started = performance.now();
  }
}
