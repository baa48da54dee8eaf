import { isMainThread, parentPort } from 'node:worker_threads';
import { InputError } from '@backstage/errors';
import { Problem } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemOf } from '../errors/problemError';

/** What a {@link WorkerPool} sends to a thread. */
export interface WorkerTask<Question> {
  id: number;
  question: Question;
}

/** What a thread sends back: an error's class does not survive the way between threads. */
export type WorkerAnswer<Answer> =
  | { state: 'answered'; answer: Answer }
  | { state: 'refused'; because: Problem };

/**
 * Makes the default export of a module that a {@link WorkerPool} runs. It says when it begins, because the time limit
 * does not count how long a thread takes to start.
 */
export function answerAsWorker<Question, Answer>(
  answer: (question: Question) => Answer,
): (task: WorkerTask<Question>) => WorkerAnswer<Answer> {
  return ({ id, question }) => {
    if (!isMainThread) {
      parentPort?.postMessage(id);
    }
    try {
      return { state: 'answered', answer: answer(question) };
    } catch (error) {
      if (error instanceof InputError) {
        return { state: 'refused', because: problemOf(error) };
      }
      throw error;
    }
  };
}
