import { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod/v4';
import { forkModule } from '../../../running/forkModule';
import {
  answerSchema,
  Preview,
  previewSchema,
  Question,
  rawReadsSchema,
} from './messages';

export interface PreviewProcessOptions {
  /** Of the repository, and its host. */
  url: string;
  host: string;
  /** For its caches. */
  directory: string;
  helm: string;
  kustomize: string;
  /** The Kubernetes plugin, and a token that it accepts. */
  kubernetes: { url: string; token: string };
}

/** The services that previews are made of, in a process of their own. It does one thing at a time. */
export class PreviewProcess {
  static async start(options: PreviewProcessOptions): Promise<PreviewProcess> {
    const { directory, helm, host, kubernetes, kustomize, url } = options;
    const child = forkModule(
      'benchmarks/render/preview/main.ts',
      [
        ...[url, host, directory, helm, kustomize],
        ...[kubernetes.url, kubernetes.token],
      ],
      { execArgv: ['--expose-gc'] },
    );
    await once(child, 'spawn');
    return new PreviewProcess(child);
  }

  private constructor(private readonly child: ChildProcess) {}

  /** Forgets what was rendered; the tools are found and the overlay's files are there. */
  async beginAnew(overlay: string): Promise<void> {
    await this.ask({ ask: 'begin anew', overlay });
  }

  /** Describes a target until what Git holds is rendered, and nothing else. */
  async showTarget(overlay: string): Promise<void> {
    await this.ask({ ask: 'show target', overlay });
  }

  /** What turns the switch on, asked for as often as `times` says at once. */
  async preview(
    overlay: string,
    switchPath: string,
    {
      times = 1,
      preflight = false,
    }: { times?: number; preflight?: boolean | 'reads' } = {},
  ): Promise<Preview> {
    return previewSchema.parse(
      await this.ask({
        ask: 'preview',
        overlay,
        switch: switchPath,
        times,
        preflight,
      }),
    );
  }

  /** Makes the requests to the cluster again that the last preview with checks made, and nothing else. */
  async rawReads(): Promise<{ milliseconds: number; requests: number }> {
    return rawReadsSchema.parse(await this.ask({ ask: 'raw reads' }));
  }

  /** Bytes that are in use now, and at most since this was asked. */
  async idleMemory(): Promise<number> {
    return z.number().parse(await this.ask({ ask: 'idle memory' }));
  }

  async peakMemory(): Promise<number> {
    return z.number().parse(await this.ask({ ask: 'peak memory' }));
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exited = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await exited;
    }
  }

  private async ask(question: Question): Promise<unknown> {
    const { child } = this;
    return new Promise((resolve, reject) => {
      const settled = new AbortController();
      const end = (code: number | null) => {
        settled.abort();
        reject(new Error(`The process of the previews ended with ${code}`));
      };
      const hear = (message: unknown) => {
        const { data } = answerSchema.safeParse(message);
        if (data) {
          settled.abort();
          if (data.type === 'failed') {
            reject(new Error(data.error));
          } else {
            resolve(data.answer);
          }
        }
      };
      settled.signal.addEventListener('abort', () => {
        child.off('exit', end);
        child.off('message', hear);
      });
      child.on('exit', end);
      child.on('message', hear);
      child.send(question);
    });
  }
}
