import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { CustomErrorBase, InputError } from '@backstage/errors';
import pLimit from 'p-limit';
import Piscina from 'piscina';
import { errorOf } from '../errors/problemError';
import { WorkerAnswer, WorkerModule, WorkerTask } from './answerAsWorker';
import { ProcessesOfThread } from './WorkerProcesses';

const MEBIBYTE = 1024 * 1024;
const MEMORY_LIMIT = 256 * MEBIBYTE;
/** Milliseconds after which a thread without work ends. */
const IDLE = 60_000;

/** Why a thread gave no answer. */
export class WorkerPoolError extends CustomErrorBase {
  name = 'WorkerPoolError' as const;

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

export interface WorkerPoolOptions {
  /** How many threads work at the same time; default one for each core, at least two and at most four. */
  threads?: number;
  /** Bytes of a thread's heap after which it is ended; default 256 MiB. */
  memoryLimit?: number;
}

/** Ends a task by its signal: when its time is up, or when nobody waits for it any more. */
class RunningTask {
  private readonly controller = new AbortController();
  readonly signal = this.controller.signal;
  /** When nothing of it is left. */
  readonly settled: Promise<void>;
  private resolveSettled = () => {};
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly timeLimit: number,
    private readonly wanted?: AbortSignal,
  ) {
    wanted?.addEventListener('abort', this.leave, { once: true });
    this.settled = new Promise(resolve => {
      this.resolveSettled = resolve;
    });
  }

  begin() {
    this.timer = setTimeout(
      () =>
        this.end(
          new WorkerPoolError(
            { kind: 'timeout', milliseconds: this.timeLimit },
            `It took longer than ${this.timeLimit / 1000} s and was ended`,
          ),
        ),
      this.timeLimit,
    );
  }

  readonly end = (reason: unknown) => this.controller.abort(reason);

  settle() {
    clearTimeout(this.timer);
    this.wanted?.removeEventListener('abort', this.leave);
    this.resolveSettled();
  }

  private readonly leave = () => this.end(this.wanted?.reason);
}

/**
 * Work that would hold up the event loop, in threads that start when there is something to do. Work that takes too
 * long, takes too much memory or is not wanted any more is ended with its thread; the others do not notice. So are the
 * processes that it runs: whoever waits for it is told when they are gone.
 */
export class WorkerPool {
  /** The one that all share, so that a backend has a fixed number of threads. */
  static forProcess(): WorkerPool {
    WorkerPool.shared ??= WorkerPool.create();
    return WorkerPool.shared;
  }

  static create({
    threads = Math.min(4, Math.max(2, availableParallelism())),
    memoryLimit = MEMORY_LIMIT,
  }: WorkerPoolOptions = {}): WorkerPool {
    return new WorkerPool(threads, memoryLimit);
  }

  private static shared: WorkerPool | undefined;

  private readonly turn;
  private readonly running = new Map<number, RunningTask>();
  private readonly threadsAlive = new Set<Worker>();
  private pool: Piscina | undefined;
  private tasks = 0;

  private constructor(
    private readonly threads: number,
    private readonly memoryLimit: number,
  ) {
    // Piscina's own queue is not used: its signal would count the time in the queue.
    this.turn = pLimit(threads);
  }

  /**
   * @param worker - the default export of a module, made by `answerAsWorker`
   * @param options.timeLimit - milliseconds until it is ended, from when a thread has begun with it
   * @throws InputError where the module refuses the question by one
   * @throws {@link WorkerPoolError}
   */
  async run<Question, Answer>(
    worker: Pick<WorkerModule<Question, Answer>, 'file' | 'runsProcesses'>,
    question: Question,
    options: { timeLimit: number; signal?: AbortSignal },
  ): Promise<Answer> {
    const { signal, timeLimit } = options;
    return this.turn(async () => {
      signal?.throwIfAborted();
      const task: WorkerTask<Question> = { id: this.tasks++, question };
      const running = new RunningTask(timeLimit, signal);
      this.running.set(task.id, running);
      let answer: WorkerAnswer<Answer>;
      try {
        answer = await this.answer(worker, task, running);
      } catch (error) {
        throw running.signal.aborted
          ? running.signal.reason
          : this.reasonOf(error);
      } finally {
        running.settle();
        this.running.delete(task.id);
      }
      if (answer.state === 'refused') {
        throw errorOf(InputError, answer.because);
      }
      return answer.answer;
    });
  }

  /** Ends all threads, and what they run; whoever waits for one is told that it failed. */
  async close(): Promise<void> {
    const { pool } = this;
    const running = Array.from(this.running.values());
    running.forEach(({ end }) =>
      end(this.reasonOf(new Error('The threads were ended'))),
    );
    this.pool = undefined;
    await pool?.destroy();
    await this.endedThreads();
    await Promise.all(running.map(({ settled }) => settled));
  }

  private async answer<Question, Answer>(
    worker: Pick<WorkerModule<Question, Answer>, 'file' | 'runsProcesses'>,
    task: WorkerTask<Question>,
    { signal }: RunningTask,
  ): Promise<WorkerAnswer<Answer>> {
    const options = { filename: worker.file, signal };
    if (!worker.runsProcesses) {
      return this.started().run(task, options);
    }
    const processes = await ProcessesOfThread.create();
    const { sent } = processes;
    try {
      signal.throwIfAborted();
      return await this.started().run(
        { ...task, processes: sent },
        { ...options, transferList: [sent.port] },
      );
    } finally {
      await processes.end(this.endedThreads());
    }
  }

  private started(): Piscina {
    if (this.pool) {
      return this.pool;
    }
    const pool = new Piscina({
      minThreads: 0,
      maxThreads: this.threads,
      idleTimeout: IDLE,
      recordTiming: false,
      execArgv: execArgv(),
      resourceLimits: {
        maxOldGenerationSizeMb: Math.ceil(this.memoryLimit / MEBIBYTE),
      },
    });
    pool.on('message', (id: number) => this.running.get(id)?.begin());
    pool.on('workerCreate', ({ id }: { id: number }) => {
      const thread = pool.threads.find(({ threadId }) => threadId === id);
      if (thread) {
        this.threadsAlive.add(thread);
        thread.once('exit', () => this.threadsAlive.delete(thread));
      }
    });
    // A thread that cannot even start: nobody would answer those who wait for it.
    pool.on('error', error => {
      if (this.pool === pool) {
        this.pool = undefined;
      }
      this.running.forEach(({ end }) => end(this.reasonOf(error)));
    });
    this.pool = pool;
    return pool;
  }

  /** Until those threads are gone that the pool has ended: it does not wait for them. */
  private async endedThreads(): Promise<void> {
    const kept = new Set(this.pool?.threads);
    await Promise.all(
      Array.from(this.threadsAlive)
        .filter(thread => !kept.has(thread))
        .map(thread => thread.terminate()),
    );
  }

  private reasonOf(error: unknown): WorkerPoolError {
    const { memoryLimit } = this;
    return isOutOfMemory(error)
      ? new WorkerPoolError(
          { kind: 'memory', bytes: memoryLimit },
          `It took more than ${
            memoryLimit / MEBIBYTE
          } MiB of memory and was ended`,
        )
      : new WorkerPoolError(
          { kind: 'failed' },
          'A worker thread failed',
          error as Error,
        );
  }
}

function isOutOfMemory(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** Where modules are TypeScript, in development and in tests, a new thread has to learn to read that first. */
function execArgv(): string[] | undefined {
  return __filename.endsWith('.ts')
    ? ['--require', require.resolve('@backstage/cli/config/nodeTransform.cjs')]
    : undefined;
}
