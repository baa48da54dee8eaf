import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '@progressive-delivery/sandbox';
import { Stage } from './Stage';

/** Two clones of the repository, one with the switch on, in which a person runs kustomize. */
export class ByHand {
  static async prepare(
    { context, repository, tools }: Stage,
    options: { overlay: string; edit: { file: string; after: string } },
  ): Promise<ByHand> {
    const { edit, overlay } = options;
    const directory = join(
      context.directory,
      `by-hand-${overlay.replaceAll('/', '-')}`,
    );
    const clones = ['before', 'after'].map(name => join(directory, name));
    for (const clone of clones) {
      await runCommand('git', {
        args: ['clone', '--quiet', repository, clone],
      });
    }
    await writeFile(join(clones[1], edit.file), edit.after);
    const home = join(directory, 'home');
    await mkdir(home);
    return new ByHand(tools, home, clones, overlay);
  }

  private constructor(
    private readonly tools: Stage['tools'],
    private readonly home: string,
    private readonly clones: string[],
    private readonly overlay: string,
  ) {}

  /** Milliseconds until both builds, started at once, have written their output into a file; and the bytes of one. */
  async build(): Promise<{ milliseconds: number; bytes: number }> {
    const started = performance.now();
    const outputs = await Promise.all(this.clones.map(each => this.run(each)));
    const milliseconds = performance.now() - started;
    const { size } = await stat(outputs[0]);
    return { milliseconds, bytes: size };
  }

  private async run(clone: string): Promise<string> {
    const { helm, kustomize } = this.tools;
    const output = `${clone}.yaml`;
    const file = await open(output, 'w');
    try {
      // Not runToEnd: what is measured ends in a file, as at a prompt.
      const child = spawn(
        kustomize,
        [
          'build',
          join(clone, this.overlay),
          ...['--enable-helm', '--helm-command', helm],
        ],
        {
          env: { HOME: this.home },
          stdio: ['ignore', file.fd, 'inherit'],
        },
      );
      const [code] = await once(child, 'exit');
      if (code !== 0) {
        throw new Error(`kustomize ended with ${code}`);
      }
      return output;
    } finally {
      await file.close();
    }
  }
}
