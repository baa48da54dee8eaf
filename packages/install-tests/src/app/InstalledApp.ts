import { createRequire } from 'node:module';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { guestToken } from '@progressive-delivery/e2e';
import {
  BackgroundProcess,
  eventually,
  freePorts,
  runCommand,
} from '@progressive-delivery/sandbox';
import { stringify } from 'yaml';
import { codeBlock } from '../readme/codeBlock';
import { folders } from '../folders';
import { catalogInfo } from './catalogInfo';
import { withRoute } from './withRoute';

export type Frontend = 'app' | 'app-legacy';

export interface InstalledAppOptions {
  /** The folder of `apps` that it is made of. */
  release: string;
  /** Where it is made. */
  directory: string;
  /** Where our packages are had from; all others come from where they always do. */
  registry: string;
  /** The command of the Node that installs, builds and runs it; default: this one. */
  node?: string;
}

export interface RunningApp {
  url: string;
  stop(): Promise<void>;
}

/** A Backstage of some release into which our packages are installed by name, as their READMEs say. */
export class InstalledApp {
  static async create(options: InstalledAppOptions): Promise<InstalledApp> {
    const { directory, node = process.execPath, registry, release } = options;
    await mkdir(directory, { recursive: true });
    for (const folder of ['source', release]) {
      await cp(join(folders.apps, folder), directory, { recursive: true });
    }
    const app = new InstalledApp(directory, node);
    await app.edit('.yarnrc.yml', text =>
      text.concat(
        stringify({
          npmScopes: {
            'progressive-delivery': { npmRegistryServer: registry },
          },
          unsafeHttpWhitelist: ['127.0.0.1'],
        }),
      ),
    );
    return app;
  }

  private constructor(
    private readonly directory: string,
    private readonly node: string,
  ) {}

  async nodeVersion(): Promise<string> {
    const version = await runCommand(this.node, {
      args: ['--version'],
      cwd: this.directory,
      env: this.environment('production'),
    });
    return version.trim();
  }

  get lockfile(): string {
    return join(this.directory, 'yarn.lock');
  }

  /** Does what the READMEs say. */
  async followReadmes(): Promise<void> {
    for (const plugin of [
      'progressive-delivery-backend',
      'scaffolder-backend-module-progressive-delivery',
    ]) {
      await this.run(codeBlock({ plugin, heading: 'Install', language: 'sh' }));
      const add = codeBlock({ plugin, heading: 'Install', language: 'ts' });
      await this.edit('packages/backend/src/index.ts', text =>
        text.replace('backend.start();', `${add}\nbackend.start();`),
      );
    }

    const plugin = 'progressive-delivery';
    const install = codeBlock({ plugin, heading: 'Install', language: 'sh' });
    await this.run(install);
    // One Backstage has both frontends here, so the legacy one has a folder of its own.
    await this.run(install.replace('packages/app', 'packages/app-legacy'));
    await this.edit('packages/app/src/App.tsx', () =>
      codeBlock({ plugin, heading: 'New frontend system', language: 'ts' }),
    );
    await this.edit(
      'packages/app-legacy/src/components/catalog/EntityPage.tsx',
      () =>
        codeBlock({
          plugin,
          heading: 'Legacy frontend system',
          language: 'tsx',
        }),
    );
    const page = codeBlock({
      plugin,
      heading: 'Legacy frontend system',
      language: 'tsx',
      file: 'packages/app/src/App.tsx',
    });
    await this.edit('packages/app-legacy/src/App.tsx', text =>
      withRoute(text, page),
    );
    await this.edit('catalog-info.yaml', catalogInfo);
    await this.useBuiltDatabase();
  }

  /** The types of our packages are those of this release as well. */
  async checkTypes(): Promise<void> {
    await this.run('yarn tsc --incremental false --noEmit');
  }

  async build(frontend: Frontend): Promise<void> {
    await this.run(`yarn --cwd packages/${frontend} build`);
  }

  /** Starts the backend, which serves a frontend that has been built, and resolves when the component is in the catalog. */
  async start(
    frontend: Frontend,
    options: { sandboxConfig: string; log: string; onStart(pid: number): void },
  ): Promise<RunningApp> {
    const [port] = await freePorts(1);
    const url = `http://127.0.0.1:${port}`;
    const config = join(this.directory, `app-config.${frontend}.yaml`);
    await writeFile(
      config,
      stringify({
        app: { baseUrl: url, packageName: frontend },
        backend: {
          baseUrl: url,
          listen: { host: '127.0.0.1', port },
          cors: { origin: url },
        },
      }),
    );
    const cwd = join(this.directory, 'packages/backend');
    const server = BackgroundProcess.start({
      command: this.node,
      args: [
        '--require',
        createRequire(join(cwd, 'package.json')).resolve(
          '@backstage/cli/config/nodeTransform.cjs',
        ),
        'src/index.ts',
        ...[
          join(this.directory, 'app-config.yaml'),
          options.sandboxConfig,
          config,
        ].flatMap(file => ['--config', file]),
      ],
      cwd,
      // Guests may sign in in development only; jest calls this a test.
      environment: this.environment('development'),
      output: { file: options.log },
      // Git, helm and kustomize run under it.
      ownGroup: true,
    });
    options.onStart(server.pid);
    const stop = () => server.end('SIGKILL');
    try {
      await eventually(
        'the component is in the catalog',
        async () => {
          const token = await guestToken(url);
          const entity = await fetch(
            `${url}/api/catalog/entities/by-name/component/default/agents-controllers`,
            { headers: { authorization: `Bearer ${token}` } },
          );
          if (!entity.ok) {
            throw new Error(`The catalog answered ${entity.status}`);
          }
        },
        { signal: server.ended },
      );
    } catch (error) {
      await stop();
      throw error;
    }
    return { url, stop };
  }

  /** To compile SQLite takes minutes; this repository has that of the same version, for the Node that it runs with. */
  private async useBuiltDatabase(): Promise<void> {
    const database = 'node_modules/better-sqlite3';
    if (this.node !== process.execPath) {
      await runCommand(this.node, {
        args: [
          join(folders.repository, 'node_modules/node-gyp/bin/node-gyp.js'),
          'rebuild',
          '--release',
        ],
        cwd: join(this.directory, database),
        env: this.environment('production'),
      });
      return;
    }
    const built = join(database, 'build/Release');
    await cp(join(folders.repository, built), join(this.directory, built), {
      recursive: true,
    });
  }

  private environment(mode: 'development' | 'production'): NodeJS.ProcessEnv {
    return {
      ...process.env,
      PATH: [dirname(this.node), process.env.PATH].join(delimiter),
      NODE_ENV: mode,
      // Where node-gyp finds headers; what it inherits, which are those of this Node, wins over its option.
      ...(this.node !== process.execPath && {
        npm_config_nodedir: dirname(dirname(this.node)),
      }),
    };
  }

  private async run(commands: string): Promise<void> {
    await runCommand('sh', {
      args: ['-e', '-c', commands],
      cwd: this.directory,
      env: this.environment('production'),
    });
  }

  private async edit(
    file: string,
    change: (text: string) => string,
  ): Promise<void> {
    const path = join(this.directory, file);
    await writeFile(path, change(await readFile(path, 'utf8')));
  }
}
