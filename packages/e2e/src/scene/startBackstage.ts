import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  BackgroundProcess,
  eventually,
  runCommand,
} from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';
import { folders } from './folders';

export interface StartBackstageOptions {
  /** Of the loopback address. */
  port: number;
  /** Configuration files over `app-config.yaml`. */
  configs: string[];
  /** For its own configuration and its caches. */
  directory: string;
  /** The file its output goes to. */
  log: string;
  /** Told of the process as soon as there is one. */
  onStart: (pid: number) => void;
}

/** A Backstage that runs: the backend, which serves the app as well. */
export interface Backstage {
  url: string;
  /** A token of the guest. */
  signInAsGuest(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts the reference installation as `backstage-cli package start` does, less its restart at every changed file, and
 * resolves when its catalog holds the examples.
 */
export async function startBackstage(
  options: StartBackstageOptions,
): Promise<Backstage> {
  const { configs, directory, log, onStart, port } = options;
  await runCommand(process.execPath, {
    args: ['scripts/appBundle.mjs'],
    cwd: folders.repository,
    // Jest's own value is none that the app could be built for.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const url = `http://127.0.0.1:${port}`;
  const ownConfig = await writeConfig(directory, { url, port });

  const server = BackgroundProcess.start({
    command: process.execPath,
    args: [
      '--enable-source-maps',
      ...['--require', require.resolve('@backstage/cli/config/nodeTransform')],
      'src/index.ts',
      ...[
        join(folders.repository, 'app-config.yaml'),
        ...configs,
        ownConfig,
      ].flatMap(file => ['--config', file]),
    ],
    cwd: join(folders.repository, 'packages/backend'),
    // Guests may sign in in development only; jest calls this a test.
    environment: { ...process.env, NODE_ENV: 'development' },
    output: { file: log },
    // Git, helm and kustomize run under it.
    ownGroup: true,
  });
  onStart(server.pid);

  const backstage = {
    url,
    signInAsGuest: () => guestToken(url),
    stop: () => server.end('SIGKILL'),
  };
  try {
    await eventually('Backstage is ready', () => isReady(backstage), {
      signal: server.ended,
    });
    return backstage;
  } catch (error) {
    await backstage.stop();
    throw error;
  }
}

async function writeConfig(
  directory: string,
  { url, port }: { url: string; port: number },
): Promise<string> {
  const workingDirectory = join(directory, 'backstage');
  await mkdir(workingDirectory, { recursive: true });
  const file = join(directory, 'app-config.e2e.yaml');
  // JSON is YAML.
  await writeFile(
    file,
    JSON.stringify({
      app: { baseUrl: url },
      backend: {
        baseUrl: url,
        listen: { host: '127.0.0.1', port },
        cors: { origin: url },
        workingDirectory,
      },
    }),
  );
  return file;
}

/** A token of the guest of a Backstage. */
export async function guestToken(url: string): Promise<string> {
  const answer = await get(`${url}/api/auth/guest/refresh`, {
    'x-requested-with': 'XMLHttpRequest',
  });
  return z
    .object({ backstageIdentity: z.object({ token: z.string() }) })
    .parse(answer).backstageIdentity.token;
}

/** Until the catalog has read the guest's group, a guest owns nothing; until it has read a component, there is none. */
async function isReady(backstage: Backstage): Promise<void> {
  await get(`${backstage.url}/.backstage/health/v1/readiness`);
  const authorization = `Bearer ${await backstage.signInAsGuest()}`;
  for (const { entity, relation } of [
    { entity: 'user/default/guest', relation: 'memberOf' },
    { entity: 'component/default/agents-controllers', relation: 'ownedBy' },
    { entity: 'component/default/agents-evaluation', relation: 'ownedBy' },
    {
      entity: 'template/default/switch-progressive-delivery',
      relation: 'ownedBy',
    },
  ]) {
    const { relations } = z
      .object({ relations: z.array(z.object({ type: z.string() })) })
      .parse(
        await get(`${backstage.url}/api/catalog/entities/by-name/${entity}`, {
          authorization,
        }),
      );
    if (!relations.some(({ type }) => type === relation)) {
      throw new Error(`${entity} has no relation ${relation} yet`);
    }
  }
}

async function get(
  url: string,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const response = await fetch(url, { headers });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}: ${text}`);
  }
  return JSON.parse(text);
}
