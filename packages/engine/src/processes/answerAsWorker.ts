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

/** What the default export of a module that a {@link WorkerPool} runs in its threads is. */
export interface WorkerModule<Question, Answer> {
  (task: WorkerTask<Question>): Promise<WorkerAnswer<Answer>>;
  /** Absolute path of the module. Who has it has imported the module, so that a build keeps its export. */
  readonly file: string;
}

/**
 * Makes the default export of a module that a {@link WorkerPool} runs. It says when it begins, because the time limit
 * does not count how long a thread takes to start.
 *
 * @param file - the module's `__filename`, in the sources as in what is built of them
 */
export function answerAsWorker<Question, Answer>(
  answer: (question: Question) => Answer | Promise<Answer>,
  file: string,
): WorkerModule<Question, Answer> {
  const work = async ({
    id,
    question,
  }: WorkerTask<Question>): Promise<WorkerAnswer<Answer>> => {
    if (!isMainThread) {
      parentPort?.postMessage(id);
    }
    try {
      return { state: 'answered', answer: await answer(question) };
    } catch (error) {
      if (error instanceof InputError) {
        return { state: 'refused', because: problemOf(error) };
      }
      throw error;
    }
  };
  return Object.assign(work, { file });
}
