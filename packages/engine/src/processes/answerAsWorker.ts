import { isMainThread, parentPort } from 'node:worker_threads';
import { InputError } from '@backstage/errors';
import { Problem } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemOf } from '../errors/problemError';
import {
  SentProcesses,
  WorkerProcesses,
  workerProcesses,
} from './WorkerProcesses';

/** What a {@link WorkerPool} sends to a thread. */
export interface WorkerTask<Question> {
  id: number;
  question: Question;
  /** Of a worker that runs some. */
  processes?: SentProcesses;
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
  /** Whether it runs processes; default: no. */
  readonly runsProcesses?: boolean;
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
  return workerModule(({ question }) => answer(question), { file });
}

/** The same of a worker that runs processes: they and their folder are gone when it has answered, or is ended. */
export function answerWithProcesses<Question, Answer>(
  answer: (question: Question, processes: WorkerProcesses) => Promise<Answer>,
  file: string,
): WorkerModule<Question, Answer> {
  return workerModule(
    ({ processes, question }) => {
      if (!processes) {
        throw new Error(`${file} runs processes, and was given none`);
      }
      return answer(question, workerProcesses(processes));
    },
    { file, runsProcesses: true },
  );
}

function workerModule<Question, Answer>(
  answer: (task: WorkerTask<Question>) => Answer | Promise<Answer>,
  properties: Pick<WorkerModule<Question, Answer>, 'file' | 'runsProcesses'>,
): WorkerModule<Question, Answer> {
  const work = async (
    task: WorkerTask<Question>,
  ): Promise<WorkerAnswer<Answer>> => {
    if (!isMainThread) {
      parentPort?.postMessage(task.id);
    }
    try {
      return { state: 'answered', answer: await answer(task) };
    } catch (error) {
      if (error instanceof InputError) {
        return { state: 'refused', because: problemOf(error) };
      }
      throw error;
    }
  };
  return Object.assign(work, properties);
}
