import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Writable } from 'node:stream';
import { folders } from '../../../running/folders';
import { runGit } from './runGit';

const OVERLAYS = 1_000;
const FILES = 15_000;
const BYTES = 200 * 1024 * 1024;
const COMMITS = 5_000;

const example = join(folders.repository, 'examples/gitops');
const applications = 'argocd/applications';

/** A file's new text at a path. */
type Change = [path: string, content: string | Buffer];

/**
 * A GitOps repository as it is after years: the example's chart, a thousand overlays that use it, and everything else
 * that somebody once put beside them.
 */
export class SyntheticRepository {
  static async create(directory: string): Promise<SyntheticRepository> {
    await mkdir(directory);
    await runGit(['init', '--quiet', '--bare', '--initial-branch=main', '.'], {
      cwd: directory,
    });
    const repository = new SyntheticRepository(directory);
    await repository.fill();
    return repository;
  }

  private changes = 0;

  private constructor(private readonly directory: string) {}

  /** Directory of an overlay, from the root. */
  overlay(index: number): string {
    return `${applications}/${nameOf(index)}`;
  }

  get overlays(): number {
    return OVERLAYS;
  }

  async push(url: string, environment: Record<string, string>): Promise<void> {
    await runGit(['push', '--quiet', url, 'main'], {
      cwd: this.directory,
      env: environment,
    });
  }

  /** Changes one value of an overlay. */
  async changeOverlay(index: number): Promise<void> {
    await this.commit([
      [`${this.overlay(index)}/values.yaml`, values(index, ++this.changes)],
    ]);
  }

  /** Changes a file that no overlay has to do with. */
  async changeSomethingElse(): Promise<void> {
    await this.commit([['README.md', `Change ${++this.changes}\n`]]);
  }

  private async commit(changes: Change[]): Promise<void> {
    await this.import(async stream => {
      await write(stream, commit(changes, await this.head()));
    });
  }

  private async head(): Promise<string> {
    return runGit(['rev-parse', 'main'], { cwd: this.directory });
  }

  private async fill(): Promise<void> {
    const chart = exampleFiles('charts');
    const overlays = Array.from({ length: OVERLAYS }, (_, index) =>
      overlayFiles(index),
    ).flat();
    const count = FILES - chart.length - overlays.length;
    const size = Math.floor(BYTES / count);
    await this.import(async stream => {
      await write(stream, commit([...chart, ...overlays], undefined));
      // In pieces, so that not all of it is in memory.
      for (let begin = 0; begin < count; begin += 500) {
        const length = Math.min(500, count - begin);
        const others = Array.from(
          { length },
          (_, index): Change => [
            `archive/${Math.floor((begin + index) / 100)}/${begin + index}.bin`,
            randomBytes(size),
          ],
        );
        await write(stream, commit(others));
      }
      for (let index = 0; index < COMMITS; index++) {
        const overlay = index % OVERLAYS;
        const change: Change = [
          `${this.overlay(overlay)}/values.yaml`,
          values(overlay, ++this.changes),
        ];
        await write(stream, commit([change]));
      }
    });
  }

  private async import(feed: (stream: Writable) => Promise<void>) {
    // Not runToEnd: hundreds of megabytes go through its input as they are made.
    const child = spawn('git', ['fast-import', '--quiet', '--force'], {
      cwd: this.directory,
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    const ended = once(child, 'close');
    await feed(child.stdin);
    child.stdin.end();
    const [code] = await ended;
    if (code !== 0) {
      throw new Error(`git fast-import ended with ${code}`);
    }
  }
}

function nameOf(index: number): string {
  return `service-${String(index).padStart(4, '0')}`;
}

/** As in the example, with a namespace and values of its own. */
function overlayFiles(index: number): Change[] {
  return exampleFiles(`${applications}/agents`)
    .filter(([path]) => !path.endsWith('application.yaml'))
    .map(([path, content]): Change => {
      const own = path.replace('/agents/', `/${nameOf(index)}/`);
      if (path.endsWith('values.yaml')) {
        return [own, values(index, 0)];
      }
      return path.endsWith('kustomization.yaml')
        ? [
            own,
            String(content).replace(
              'namespace: agents',
              `namespace: ${nameOf(index)}`,
            ),
          ]
        : [own, content];
    });
}

function values(index: number, change: number): string {
  const text = readFileSync(
    join(example, applications, 'agents/values.yaml'),
    'utf8',
  );
  return `# ${nameOf(index)}, change ${change}\n${text}`;
}

function exampleFiles(folder: string): Change[] {
  return readdirSync(join(example, folder), {
    recursive: true,
    withFileTypes: true,
  })
    .filter(entry => entry.isFile())
    .map(({ name, parentPath }): Change => {
      const file = join(parentPath, name);
      return [relative(example, file), readFileSync(file)];
    });
}

/** A commit on main as fast-import reads it, on top of the last one of the same stream unless another is told. */
function commit(changes: Change[], onto?: string): Buffer {
  const parts: (string | Buffer)[] = [
    'commit refs/heads/main\n',
    'committer Somebody <somebody@example.com> 1700000000 +0000\n',
    'data 6\nChange\n',
    ...(onto ? [`from ${onto}\n`] : []),
  ];
  for (const [path, content] of changes) {
    const bytes = Buffer.from(content);
    parts.push(`M 100644 inline ${path}\ndata ${bytes.length}\n`, bytes, '\n');
  }
  return Buffer.concat(parts.map(part => Buffer.from(part)));
}

async function write(stream: Writable, data: Buffer): Promise<void> {
  if (!stream.write(data)) {
    await once(stream, 'drain');
  }
}
