import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Thrown into what is under way where somebody ends the command. */
export class Interrupted extends Error {
  /** As shells count it. */
  readonly exitCode: number;

  constructor(signal: (typeof SIGNALS)[number]) {
    super(`Ended by ${signal}: nothing was written`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

/**
 * Does something that ends, and removes what it has for the time being, when the command is told to end.
 *
 * @throws Interrupted then
 */
export async function abortOnSignals<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const abort = (signal: (typeof SIGNALS)[number]) =>
    controller.abort(new Interrupted(signal));
  SIGNALS.forEach(signal => process.on(signal, abort));
  try {
    const result = await work(controller.signal);
    controller.signal.throwIfAborted();
    return result;
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    SIGNALS.forEach(signal => process.off(signal, abort));
  }
}
