import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, freePorts } from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';
import { folders } from '../running/folders';
import { messageOf } from '../running/messageOf';
import { ResponseError } from '../running/ResponseError';
import { MEASURE, Measurement } from './answerMeasurements';
import { VIEWER_HEADER } from './viewerHeader';

const READY_SECONDS = 120;

const measurementSchema: z.ZodType<Measurement> = z.object({
  live: z.number(),
  rss: z.number(),
  cpu: z.number(),
});

const sessionSchema = z.object({
  backstageIdentity: z.object({ token: z.string() }),
});

export interface BackendProcessOptions {
  directory: string;
  /** Configuration files, over which `config` is laid. */
  configs?: string[];
  /** Besides what every Backstage has. */
  config: object;
  /** Names of the catalog's components that are waited for. */
  components: string[];
  /** The package of an app that it serves, and whose guest may sign in. Default: none. */
  app?: string;
  /** A token by which another process may do what a plugin may. */
  serviceToken?: string;
}

/** A Backstage with the real plugins, in a process of its own so that what it uses can be told. */
export class BackendProcess {
  /** Resolves when its catalog holds the components. */
  static async start(options: BackendProcessOptions): Promise<BackendProcess> {
    const directory = join(options.directory, 'backstage');
    await mkdir(directory, { recursive: true });
    const [port] = await freePorts(1);
    const url = `http://127.0.0.1:${port}`;
    const config = join(directory, 'app-config.json');
    await writeFile(
      config,
      JSON.stringify({
        ...ownConfig({ ...options, directory, url }),
        ...options.config,
      }),
    );
    const log = join(directory, 'backstage.log');
    const output = openSync(log, 'w');
    // Not a BackgroundProcess: it is asked for what it uses through a channel.
    const child = spawn(
      process.execPath,
      [
        '--expose-gc',
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(folders.own, 'src/backstage/main.ts'),
        ...(options.app ? ['--app'] : []),
        ...[...(options.configs ?? []), config].flatMap(file => [
          '--config',
          file,
        ]),
      ],
      {
        cwd: folders.own,
        env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'warn' },
        stdio: ['ignore', output, output, 'ipc'],
      },
    );
    closeSync(output);
    const backend = new BackendProcess(url, child, log);
    try {
      await backend.untilReady(options.components);
      return backend;
    } catch (error) {
      await backend.stop();
      throw error;
    }
  }

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly log: string,
  ) {}

  /** What it uses, after a garbage collection. */
  async measure(): Promise<Measurement> {
    const measurement = messageOf(this.child, measurementSchema);
    this.child.send(MEASURE);
    return measurement;
  }

  /** A token of a user. */
  async signIn(name: string): Promise<string> {
    return sessionSchema.parse(
      await this.get('/api/auth/viewer/refresh', {
        [VIEWER_HEADER]: name,
        'x-requested-with': 'XMLHttpRequest',
      }),
    ).backstageIdentity.token;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exited = once(this.child, 'exit');
      // There is nothing of its that would outlive it.
      this.child.kill('SIGKILL');
      await exited;
    }
  }

  private async untilReady(components: string[]): Promise<void> {
    const ended = new AbortController();
    this.child.once('exit', () => ended.abort(new Error('It has ended')));
    try {
      await eventually(
        'Backstage is ready',
        async () => {
          const token = await this.signIn('first');
          for (const name of components) {
            await this.get(
              `/api/catalog/entities/by-name/component/default/${name}`,
              { authorization: `Bearer ${token}` },
            );
          }
        },
        { seconds: READY_SECONDS, signal: ended.signal },
      );
    } catch (error) {
      throw new ResponseError(
        `Backstage is not ready. Its last lines:\n${readFileSync(
          this.log,
          'utf8',
        ).slice(-4_000)}`,
        error,
      );
    }
  }

  private async get(
    path: string,
    headers: Record<string, string>,
  ): Promise<unknown> {
    const response = await fetch(`${this.url}${path}`, { headers });
    const text = await response.text();
    if (!response.ok) {
      throw new ResponseError(`${path} answered ${response.status}: ${text}`);
    }
    return JSON.parse(text);
  }
}

function ownConfig({
  app,
  directory,
  serviceToken,
  url,
}: {
  app?: string;
  directory: string;
  serviceToken?: string;
  url: string;
}) {
  return {
    app: {
      baseUrl: url,
      title: 'Bench',
      ...(app && { packageName: app, packages: 'all' }),
    },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port: Number(new URL(url).port) },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      workingDirectory: directory,
      ...(serviceToken && {
        auth: {
          externalAccess: [
            {
              type: 'static',
              options: { token: serviceToken, subject: 'bench' },
            },
          ],
        },
      }),
    },
    auth: {
      environment: 'development',
      providers: { viewer: {}, ...(app && { guest: {} }) },
    },
    permission: { enabled: true },
  };
}
