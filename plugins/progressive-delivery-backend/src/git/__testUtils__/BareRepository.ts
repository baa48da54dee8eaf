import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What a commit does to a path: a text to write, or one of these. */
export type Change =
  | string
  | { executable: string }
  | { link: string }
  | { submodule: string }
  | 'deleted';

const CONFIG = `
[core]
  repositoryformatversion = 0
  bare = true
[http]
  receivepack = true
[uploadpack]
  allowFilter = true
  allowAnySHA1InWant = true
`;

/** A repository as a Git host keeps it, and a hand that commits to it without a checkout. */
export class BareRepository {
  static create(directory: string): BareRepository {
    mkdirSync(join(directory, 'objects'), { recursive: true });
    mkdirSync(join(directory, 'refs'));
    writeFileSync(join(directory, 'HEAD'), 'ref: refs/heads/main\n');
    writeFileSync(join(directory, 'config'), CONFIG);
    return new BareRepository(directory);
  }

  private constructor(readonly directory: string) {}

  /** Commits on top of a branch, or begins it, and gives the new commit. */
  commit(changes: Record<string, Change>, branch = 'main'): string {
    const head = this.head(branch);
    const message = `Change ${Object.keys(changes).join(', ')}`.slice(0, 200);
    const stream = [
      `commit refs/heads/${branch}`,
      'mark :1',
      'committer Somebody <somebody@example.com> 1700000000 +0000',
      data(message),
      ...(head ? [`from ${head}`] : []),
      ...Object.entries(changes).map(([path, change]) => line(path, change)),
      '',
      'get-mark :1',
      '',
    ];
    return this.git(['fast-import', '--quiet', '--force'], stream.join('\n'));
  }

  /** What a branch is at; `undefined` where there is none. */
  head(branch: string): string | undefined {
    const ref = join(this.directory, 'refs/heads', branch);
    return existsSync(ref) ? readFileSync(ref, 'utf8').trim() : undefined;
  }

  /** Puts an executable script in the place of a hook. */
  hook(
    name: 'pre-receive' | 'update' | 'reference-transaction',
    script: string,
  ): void {
    mkdirSync(join(this.directory, 'hooks'), { recursive: true });
    writeFileSync(
      join(this.directory, 'hooks', name),
      `#!/bin/sh\n${script}\n`,
      { mode: 0o755 },
    );
  }

  withoutHooks(): void {
    rmSync(join(this.directory, 'hooks'), { recursive: true, force: true });
  }

  /** Runs git in the repository, and gives what it says without the last line end. */
  git(args: string[], input?: string): string {
    return execFileSync('git', args, {
      cwd: this.directory,
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: this.directory,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_COMMITTER_NAME: 'Somebody',
        GIT_COMMITTER_EMAIL: 'somebody@example.com',
      },
    }).trimEnd();
  }
}

function line(path: string, change: Change): string {
  if (change === 'deleted') {
    return `D ${path}`;
  }
  if (typeof change === 'string') {
    return `M 100644 inline ${path}\n${data(change)}`;
  }
  if ('submodule' in change) {
    return `M 160000 ${change.submodule} ${path}`;
  }
  return 'link' in change
    ? `M 120000 inline ${path}\n${data(change.link)}`
    : `M 100755 inline ${path}\n${data(change.executable)}`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}
