import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repository } from '../repository.mjs';
import { say } from '../say.mjs';

/** As in app-config.yaml, unless the environment says otherwise. */
export const port = Number(process.env.PORT || 7007);
const address = `http://localhost:${port}`;

/** The page that this repository is about. */
export const page = `${address}/catalog/default/component/agents-controllers/progressive-delivery`;

/**
 * @typedef {object} BackstageOptions
 * @property {import('../processes/Processes.mjs').Processes} processes
 * @property {import('../toolchain/findToolchain.mjs').Toolchain} toolchain
 * @property {import('./Sandbox.mjs').Sandbox} sandbox
 */

/** Backstage's backend, which serves the app as well. */
export class Backstage {
  #options;
  /** @type {import('../processes/StartedProcess.mjs').StartedProcess | undefined} */
  #process;
  /** What the sandbox had to say when it was started. @type {string | undefined} */
  #configuration;

  /** @param {BackstageOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /** Whether it was started before the sandbox said what it says now. */
  get isOutdated() {
    return this.#configuration !== this.#options.sandbox.configuration;
  }

  /** Starts it anew and resolves when the page is up. */
  async start() {
    await rm(this.#database, { recursive: true, force: true });
    await this.#start();
  }

  /** Starts it again, with what the sandbox says now. Whoever has signed in meanwhile stays signed in. */
  async restart() {
    await this.#process?.end();
    await this.#start();
  }

  /** On disk, because the keys of those who are signed in are there. */
  get #database() {
    return join(this.#options.sandbox.directory, 'backstage');
  }

  async #start() {
    const { processes, toolchain, sandbox } = this.#options;
    this.#configuration = sandbox.configuration;
    this.#process = processes.start({
      name: 'Backstage',
      stays: true,
      command: toolchain.node,
      // As `backstage-cli package start` runs it, which itself would wait for a change of the sources when it crashes.
      args: [
        '--enable-source-maps',
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        'src/index',
        ...['--config', join(repository, 'app-config.yaml')],
        ...(this.#configuration === undefined
          ? []
          : ['--config', sandbox.configurationFile]),
      ],
      cwd: join(repository, 'packages', 'backend'),
      env: {
        // Every request is logged at `info`.
        LOG_LEVEL: 'warn',
        ...toolchain.environment,
        // Guests may sign in in development only.
        NODE_ENV: 'development',
        APP_CONFIG_app_baseUrl: address,
        APP_CONFIG_backend_baseUrl: address,
        APP_CONFIG_backend_listen_port: String(port),
        APP_CONFIG_backend_database_connection: JSON.stringify({
          directory: this.#database,
        }),
        APP_CONFIG_sandbox_directory: sandbox.directory,
      },
      onLine: line => say('backstage', line),
    });
    await untilUp();
  }
}

async function untilUp() {
  const health = `http://127.0.0.1:${port}/.backstage/health/v1/readiness`;
  while (!(await answers(health))) {
    await sleep(200);
  }
}

/** @param {string} url */
async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    // Nothing listens there yet.
    return false;
  }
}
