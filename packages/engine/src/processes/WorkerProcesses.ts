import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, MessagePort } from 'node:worker_threads';
import { ProcessError, ProcessOptions, runProcess } from './runProcess';

/** What processes are run with, and where their files are. */
export interface WorkerProcesses {
  /** Absolute path of a folder for whatever they read and write, which is removed afterwards. */
  readonly directory: string;
  /** As {@link runProcess} */
  run(options: Omit<ProcessOptions, 'signal'>): Promise<Buffer>;
}

/** What a thread is sent of that. */
export interface SentProcesses {
  directory: string;
  port: MessagePort;
}

interface Question {
  options: Omit<ProcessOptions, 'signal'>;
  answerTo: MessagePort;
}

type Answer =
  | { state: 'ended'; output: Uint8Array }
  | {
      state: 'failed';
      failure: Pick<ProcessError, 'reason' | 'stderr' | 'message'>;
    };

/**
 * The main thread's end: it runs what a thread asks for, since a thread that is ended cannot end what it has started.
 */
export class ProcessesOfThread {
  static async create(): Promise<ProcessesOfThread> {
    return new ProcessesOfThread(
      await realpath(
        await mkdtemp(join(tmpdir(), 'progressive-delivery-worker-')),
      ),
    );
  }

  /** Its port has to be transferred. */
  readonly sent: SentProcesses;
  private readonly port: MessagePort;
  private readonly running = new Set<Promise<void>>();
  private readonly controller = new AbortController();

  private constructor(directory: string) {
    const { port1, port2 } = new MessageChannel();
    this.sent = { directory, port: port2 };
    this.port = port1;
    this.port.on('message', (question: Question) => {
      const answering = this.answer(question).finally(() =>
        this.running.delete(answering),
      );
      this.running.add(answering);
    });
  }

  /**
   * Ends them, and removes their folder.
   *
   * @param threadEnded - when the thread no longer writes there
   */
  async end(threadEnded: Promise<unknown>): Promise<void> {
    this.controller.abort();
    await threadEnded;
    this.port.close();
    await Promise.all(this.running);
    await rm(this.sent.directory, {
      recursive: true,
      force: true,
      maxRetries: 5,
    });
  }

  private async answer({ answerTo, options }: Question): Promise<void> {
    const { signal } = this.controller;
    const answer = await runProcess({ ...options, signal }).then(
      (output): Answer => ({ state: 'ended', output }),
      ({ message, reason, stderr }: ProcessError): Answer => ({
        state: 'failed',
        failure: { message, reason, stderr },
      }),
    );
    answerTo.postMessage(answer);
    answerTo.close();
  }
}

/** The thread's end. */
export function workerProcesses({
  directory,
  port,
}: SentProcesses): WorkerProcesses {
  return {
    directory,
    run: async options => {
      const { port1, port2 } = new MessageChannel();
      const question: Question = { options, answerTo: port2 };
      const answered = once(port1, 'message');
      port.postMessage(question, [port2]);
      const [answer]: Answer[] = await answered;
      if (answer.state === 'failed') {
        const { message, reason, stderr } = answer.failure;
        throw new ProcessError(reason, stderr, message);
      }
      const { buffer, byteLength, byteOffset } = answer.output;
      return Buffer.from(buffer, byteOffset, byteLength);
    },
  };
}
