import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BackgroundProcess,
  eventually,
  freePorts,
} from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';

const TOKEN = 'a-token-of-emulate';

const refSchema = z.object({ object: z.object({ sha: z.string() }) });

/** GitHub as `emulate` 0.12.2 has it, by REST only, with the repository platform/gitops. */
export class Emulate {
  static async start(): Promise<Emulate> {
    const directory = mkdtempSync(join(tmpdir(), 'emulate-'));
    const seed = join(directory, 'seed.yaml');
    // JSON is YAML.
    writeFileSync(
      seed,
      JSON.stringify({
        tokens: { [TOKEN]: { login: 'delivery', scopes: ['repo'] } },
        github: {
          users: [{ login: 'delivery' }, { login: 'reviewer' }],
          orgs: [
            {
              login: 'platform',
              members: [
                { login: 'delivery', role: 'admin' },
                { login: 'reviewer' },
              ],
            },
          ],
          repos: [{ owner: 'platform', name: 'gitops', auto_init: true }],
        },
      }),
    );
    const [port] = await freePorts(1);
    const server = BackgroundProcess.start({
      command: process.execPath,
      args: [
        ...[program(), 'start', '--service', 'github'],
        ...['--port', String(port), '--seed', seed],
      ],
      cwd: directory,
      environment: { PATH: process.env.PATH },
      output: { file: join(directory, 'log') },
    });
    const emulate = new Emulate(directory, server, port);
    await eventually('emulate answers', () => emulate.head('main'), {
      seconds: 60,
      signal: server.ended,
    });
    return emulate;
  }

  readonly token = TOKEN;

  private constructor(
    private readonly directory: string,
    private readonly server: BackgroundProcess,
    private readonly port: number,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Makes a branch with a commit of its own. */
  async commit(branch: string): Promise<void> {
    await this.ask('POST', '/git/refs', {
      ref: `refs/heads/${branch}`,
      sha: await this.head('main'),
    });
    await this.ask('PUT', `/contents/${branch}.yaml`, {
      branch,
      message: 'Work on it',
      content: Buffer.from(branch).toString('base64'),
    });
  }

  /** Asks something about the repository. */
  async ask(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.url}/repos/platform/gitops${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: { authorization: `token ${TOKEN}` },
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status}`);
    }
    return response.json();
  }

  async stop(): Promise<void> {
    await this.server.end('SIGKILL');
    rmSync(this.directory, { recursive: true, force: true });
  }

  private async head(branch: string): Promise<string> {
    const ref = await this.ask('GET', `/git/ref/heads/${branch}`);
    return refSchema.parse(ref).object.sha;
  }
}

/** The package exports nothing that can be required. */
function program(): string {
  const file = (require.resolve.paths('emulate') ?? [])
    .map(folder => join(folder, 'emulate/dist/index.js'))
    .find(existsSync);
  if (!file) {
    throw new Error('emulate is not installed');
  }
  return file;
}
