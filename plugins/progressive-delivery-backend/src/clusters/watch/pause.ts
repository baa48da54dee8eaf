import { setTimeout } from 'node:timers/promises';

/** Waits for so many milliseconds, or until the signal is aborted. Keeps no process alive. */
export async function pause(
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  if (milliseconds > 0 && !signal.aborted) {
    try {
      await setTimeout(milliseconds, undefined, { signal, ref: false });
    } catch {
      // It is over sooner.
    }
  }
}
