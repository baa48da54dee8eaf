import { CustomErrorBase } from '@backstage/errors';

/** It took too long. */
export class DeadlineError extends CustomErrorBase {
  name = 'DeadlineError' as const;
}

/**
 * Does something that has to be over after a while, or once the signal is aborted, whose reason is then thrown. By a
 * timer of its own: while garbage is collected, Node 22 may lose composed signals and those of a fetch that waits, which
 * would then wait without end.
 *
 * @throws DeadlineError
 */
export async function withDeadline<T>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const giveUp = (reason: unknown) => {
      controller.abort(reason);
      reject(reason);
    };
    const timer = setTimeout(
      () => giveUp(new DeadlineError(`Not within ${milliseconds / 1000} s`)),
      milliseconds,
    );
    const abort = () => giveUp(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    work(controller.signal)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      });
  });
}
