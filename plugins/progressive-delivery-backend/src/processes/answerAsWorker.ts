import { isMainThread, parentPort } from 'node:worker_threads';

/** Makes a module that is loaded in a {@link WorkerThread} answer its questions; elsewhere it does nothing. */
export function answerAsWorker<Question, Answer>(
  answer: (question: Question) => Answer,
): void {
  const port = parentPort;
  if (isMainThread || !port) {
    return;
  }
  port.on('message', (question: Question) =>
    port.postMessage(answer(question)),
  );
  // Says that it is ready.
  port.postMessage(undefined);
}
