import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { Toolbox } from '@progressive-delivery/sandbox';

const OWNER = 'platform';
const PASSWORD = 'a-password-of-gitea';

/** A real Gitea on loopback, whose packages are private: a Helm repository and an OCI registry. */
export class GiteaPackages {
  static async start(): Promise<GiteaPackages> {
    const gitea = new GiteaPackages(
      mkdtempSync(join(tmpdir(), 'gitea-packages-')),
      await freePort(),
    );
    gitea.run('migrate');
    gitea.run(
      ...['admin', 'user', 'create', '--username', OWNER],
      ...['--password', PASSWORD, '--must-change-password=false'],
      ...['--email', 'platform@example.com'],
    );
    gitea.process = spawn(
      gitea.command,
      ['--config', join(gitea.directory, 'app.ini'), 'web'],
      { cwd: gitea.directory, env: gitea.environment, stdio: 'ignore' },
    );
    await gitea.ready();
    return gitea;
  }

  readonly owner = OWNER;
  readonly credentials = { username: OWNER, password: PASSWORD };
  private process?: ChildProcess;
  private readonly command: string;
  private readonly environment = {
    HOME: '',
    USER: userInfo().username,
    PATH: process.env.PATH,
    GITEA_I_AM_BEING_UNSAFE_RUNNING_AS_ROOT: 'true',
  };

  private constructor(
    private readonly directory: string,
    private readonly port: number,
  ) {
    const toolbox = Toolbox.create();
    if (!toolbox.isBuilt('gitea')) {
      throw new Error('Build gitea first: yarn sandbox build gitea');
    }
    this.command = toolbox.tool('gitea');
    this.environment.HOME = directory;
    mkdirSync(join(directory, 'data'));
    writeFileSync(
      join(directory, 'app.ini'),
      `RUN_USER = ${userInfo().username}
RUN_MODE = prod
WORK_PATH = ${directory}
[server]
HTTP_ADDR = 127.0.0.1
HTTP_PORT = ${port}
ROOT_URL = http://127.0.0.1:${port}/
STATIC_ROOT_PATH = ${dirname(toolbox.asset('gitea/templates'))}
DISABLE_SSH = true
OFFLINE_MODE = true
[database]
DB_TYPE = sqlite3
PATH = ${join(directory, 'data', 'gitea.db')}
[security]
INSTALL_LOCK = true
[service]
REQUIRE_SIGNIN_VIEW = true
[packages]
ENABLED = true
[cron.update_checker]
ENABLED = false
[log]
MODE = console
LEVEL = Error
`,
    );
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** The Helm repository of the owner. */
  get helmUrl(): string {
    return `http://${this.host}/api/packages/${OWNER}/helm`;
  }

  /** Where charts are pushed to as OCI artifacts. */
  get ociUrl(): string {
    return `oci://${this.host}/${OWNER}/charts`;
  }

  /** Adds an archive to the Helm repository. */
  async upload(archive: Buffer): Promise<void> {
    const response = await fetch(`${this.helmUrl}/api/charts`, {
      method: 'POST',
      body: archive,
      headers: {
        authorization: `Basic ${Buffer.from(`${OWNER}:${PASSWORD}`).toString(
          'base64',
        )}`,
      },
    });
    if (!response.ok) {
      throw new Error(`Gitea took no chart (HTTP ${response.status})`);
    }
  }

  async stop(): Promise<void> {
    const { process: running } = this;
    if (running && running.exitCode === null) {
      const ended = new Promise(resolve => running.once('exit', resolve));
      running.kill();
      await ended;
    }
    rmSync(this.directory, { recursive: true, force: true });
  }

  private run(...args: string[]): void {
    execFileSync(
      this.command,
      ['--config', join(this.directory, 'app.ini'), ...args],
      { cwd: this.directory, env: this.environment, stdio: 'pipe' },
    );
  }

  private async ready(): Promise<void> {
    const end = Date.now() + 60_000;
    for (;;) {
      const response = await fetch(`http://${this.host}/api/healthz`).catch(
        () => undefined,
      );
      if (response?.ok) {
        return;
      }
      if (Date.now() > end || this.process?.exitCode !== null) {
        throw new Error('Gitea did not start');
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
