import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { CustomErrorBase } from '@backstage/errors';
import pLimit from 'p-limit';

const MEBIBYTE = 1024 * 1024;

/** Why a thread gave no answer. */
export class WorkerThreadError extends CustomErrorBase {
  name = 'WorkerThreadError' as const;

  constructor(
    readonly reason:
      | { kind: 'timeout'; milliseconds: number }
      | { kind: 'memory'; bytes: number }
      | { kind: 'failed' },
    message: string,
    cause?: Error,
  ) {
    super(message, cause);
  }
}

export interface WorkerThreadOptions {
  /** Absolute path of a module that calls {@link answerAsWorker} when it is loaded. */
  file: string;
  /** Milliseconds until it is ended, from when it has a question. */
  timeLimit: number;
  /** Bytes of its heap after which it is ended. */
  memoryLimit: number;
}

/**
 * Answers questions beside the event loop, one after the other, in a thread that starts with the first. One that takes
 * too long, takes too much memory, or answers to nobody any more is ended, and the next question starts another.
 */
export class WorkerThread<Question, Answer> {
  static create<Question, Answer>(
    options: WorkerThreadOptions,
  ): WorkerThread<Question, Answer> {
    return new WorkerThread(options);
  }

  private readonly turn = pLimit(1);
  private worker: Promise<Worker> | undefined;

  private constructor(private readonly options: WorkerThreadOptions) {}

  /** @throws {@link WorkerThreadError} */
  async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    return this.turn(async () => {
      signal?.throwIfAborted();
      const worker = await this.start();
      worker.ref();
      try {
        return await this.answerOf(worker, question, signal);
      } catch (error) {
        this.worker = undefined;
        await worker.terminate();
        throw error;
      } finally {
        // It keeps no process from ending while it waits.
        worker.unref();
      }
    });
  }

  private async start(): Promise<Worker> {
    this.worker ??= this.load();
    try {
      return await this.worker;
    } catch (error) {
      this.worker = undefined;
      throw error;
    }
  }

  private async load(): Promise<Worker> {
    const { file, memoryLimit } = this.options;
    const worker = new Worker(`require(${JSON.stringify(file)})`, {
      eval: true,
      execArgv: execArgvFor(file),
      resourceLimits: {
        maxOldGenerationSizeMb: Math.ceil(memoryLimit / MEBIBYTE),
      },
    });
    try {
      await this.nextMessage(worker);
      return worker;
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  }

  private async answerOf(
    worker: Worker,
    question: Question,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const { timeLimit } = this.options;
    let settle = () => {};
    const stopped = new Promise<never>((_, reject) => {
      const timer = setTimeout(
        () =>
          reject(
            new WorkerThreadError(
              { kind: 'timeout', milliseconds: timeLimit },
              `It took longer than ${timeLimit / 1000} s and was ended`,
            ),
          ),
        timeLimit,
      );
      const abort = () => reject(signal?.reason);
      signal?.addEventListener('abort', abort, { once: true });
      settle = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      };
    });
    try {
      const answer = this.nextMessage(worker);
      worker.postMessage(question);
      return (await Promise.race([answer, stopped])) as Answer;
    } finally {
      settle();
    }
  }

  /** The next message, or why there will be none. */
  private async nextMessage(worker: Worker): Promise<unknown> {
    const { memoryLimit } = this.options;
    const heard = new AbortController();
    const { signal } = heard;
    const exit = async (): Promise<never> => {
      const [code] = await once(worker, 'exit', { signal });
      throw new WorkerThreadError(
        { kind: 'failed' },
        `A worker thread ended with code ${code}`,
      );
    };
    try {
      const [message] = await Promise.race([
        once(worker, 'message', { signal }),
        exit(),
      ]);
      return message;
    } catch (error) {
      if (error instanceof WorkerThreadError) {
        throw error;
      }
      throw isOutOfMemory(error)
        ? new WorkerThreadError(
            { kind: 'memory', bytes: memoryLimit },
            `It took more than ${
              memoryLimit / MEBIBYTE
            } MiB of memory and was ended`,
          )
        : new WorkerThreadError(
            { kind: 'failed' },
            'A worker thread failed',
            error as Error,
          );
    } finally {
      heard.abort();
    }
  }
}

function isOutOfMemory(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** Where modules are TypeScript, in development and in tests, a new thread has to learn to read that first. */
function execArgvFor(file: string): string[] | undefined {
  return file.endsWith('.ts')
    ? ['--require', require.resolve('@backstage/cli/config/nodeTransform.cjs')]
    : undefined;
}
