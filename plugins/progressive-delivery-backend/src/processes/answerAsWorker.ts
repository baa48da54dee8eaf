import { isMainThread, parentPort } from 'node:worker_threads';

/** What a {@link WorkerPool} sends to a thread. */
export interface WorkerTask<Question> {
  id: number;
  question: Question;
}

/**
 * Makes the default export of a module that a {@link WorkerPool} runs. It says when it begins, because the time limit
 * does not count how long a thread takes to start.
 */
export function answerAsWorker<Question, Answer>(
  answer: (question: Question) => Answer,
): (task: WorkerTask<Question>) => Answer {
  return ({ id, question }) => {
    if (!isMainThread) {
      parentPort?.postMessage(id);
    }
    return answer(question);
  };
}
