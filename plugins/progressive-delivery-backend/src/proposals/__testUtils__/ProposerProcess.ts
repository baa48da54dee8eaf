import { ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { HostScene, VALUES } from '../gitHosts/__testUtils__/HostScene';

const answerSchema = z.object({
  id: z.number(),
  outcome: z.string(),
  number: z.number().optional(),
  error: z.string().optional(),
});

export type ProposerAnswer = z.infer<typeof answerSchema>;

/** What opens pull requests at the Git host of a scene, in a process and with a store of its own. */
export class ProposerProcess {
  /** Resolves when it can be asked. */
  static async start(
    scene: Pick<HostScene, 'integrations' | 'repository'>,
    configured: {
      labels: string[];
      reviewers: string[];
      openingMilliseconds?: number;
    },
  ): Promise<ProposerProcess> {
    const directory = mkdtempSync(join(tmpdir(), 'proposer-'));
    const options = {
      ...configured,
      directory,
      file: VALUES,
      integrations: scene.integrations,
      repository: scene.repository,
    };
    const child = fork(
      join(__dirname, 'proposerMain.ts'),
      [JSON.stringify(options)],
      {
        execArgv: [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
        env: { PATH: process.env.PATH },
      },
    );
    const proposer = new ProposerProcess(child, directory);
    await proposer.answerTo(0);
    return proposer;
  }

  private questions = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly directory: string,
  ) {
    child.setMaxListeners(100);
  }

  /** Asks for the pull request that turns a switch on. */
  async propose(path: string): Promise<ProposerAnswer> {
    const id = ++this.questions;
    const answer = this.answerTo(id);
    this.child.send({ id, path });
    return answer;
  }

  /** As the kernel does where memory is short: nothing of it runs any more, but the git that it has started may. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exited = once(this.child, 'exit');
      this.kill();
      await exited;
    }
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }

  /** `killed` where it ends before it answers. */
  private async answerTo(id: number): Promise<ProposerAnswer> {
    const { child } = this;
    const told = new AbortController();
    const { signal } = told;
    const message = async () => {
      for await (const [each] of on(child, 'message', { signal })) {
        // The transformation of modules has messages of its own.
        const { data } = answerSchema.safeParse(each);
        if (data?.id === id) {
          return data;
        }
      }
      return undefined;
    };
    const end = once(child, 'exit', { signal }).then(() => undefined);
    try {
      const answer = await Promise.race([message(), end]);
      return answer ?? { id, outcome: 'killed' };
    } finally {
      told.abort();
    }
  }
}
