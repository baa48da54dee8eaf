import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repository } from '../repository.mjs';
import { say } from '../say.mjs';

/** Longer than a cluster takes to come up where nothing has to be built. */
const SECONDS_WORTH_WAITING = 12;

/**
 * What `status.json` of a sandbox says.
 *
 * @typedef {object} SandboxStatus
 * @property {'starting' | 'ready' | 'failed' | 'stopped'} state
 * @property {{ name: string, state: string }[]} parts
 * @property {string} updatedAt ISO 8601.
 */

/**
 * @typedef {object} SandboxOptions
 * @property {import('../processes/Processes.mjs').Processes} processes
 * @property {import('../toolchain/findToolchain.mjs').Toolchain} toolchain
 * @property {string} directory
 * @property {string} backstage Where Backstage is, or will be.
 */

/** A sandbox that this process starts (`yarn sandbox start`), as its files tell about it. */
export class Sandbox {
  /** @param {SandboxOptions} options */
  static start(options) {
    const { processes, toolchain, directory, backstage } = options;
    const started = Date.now();
    /** @param {string[]} args */
    const command = (...args) => ({
      name: 'The sandbox',
      command: toolchain.node,
      args: [
        join(repository, 'packages/sandbox/bin/sandbox'),
        ...args,
        ...['--directory', directory],
      ],
      env: toolchain.environment,
    });
    const own = processes.start({
      ...command('start', '--backstage', backstage),
      stays: true,
      // It says who it is and how late it is by itself.
      onLine: line =>
        say('sandbox', line.replace(/^sandbox +\d+:\d\d {2}/, '')),
      // Eleven processes of its own to end, each in a group of its own.
      secondsToEnd: 60,
      afterwards: { ...command('stop'), onLine: () => undefined },
    });
    return new Sandbox(directory, started, own);
  }

  #started;
  #process;

  /**
   * @param {string} directory
   * @param {number} started
   * @param {import('../processes/StartedProcess.mjs').StartedProcess} own
   */
  constructor(directory, started, own) {
    this.directory = directory;
    this.configurationFile = join(directory, 'app-config.yaml');
    this.#started = started;
    this.#process = own;
  }

  /** What Backstage has to know of it; undefined before it has written any, whatever an earlier one has left. */
  get configuration() {
    return this.#read(this.configurationFile);
  }

  /** Resolves when it is in its configuration how to reach the cluster. */
  async untilClusterIsKnown() {
    while (!this.#clusterIsKnown) {
      await sleep(200);
    }
  }

  /** Resolves when the cluster is known, or it turns out that this takes longer than anybody wants to wait. */
  async untilClusterIsKnownOrFar() {
    const deadline = Date.now() + SECONDS_WORTH_WAITING * 1000;
    while (
      !this.#clusterIsKnown &&
      !this.#status?.parts.some(({ state }) => state === 'building') &&
      Date.now() < deadline
    ) {
      await sleep(200);
    }
  }

  /** @throws LauncherError when it ends before it is ready */
  async untilReady() {
    const ended = this.#process.untilItEnds();
    while (this.#status?.state !== 'ready') {
      const exit = await Promise.race([ended, sleep(200)]);
      if (exit) {
        throw await this.#process.failure();
      }
    }
  }

  get #clusterIsKnown() {
    return /^kubernetes:/m.test(this.configuration ?? '');
  }

  /** @returns {SandboxStatus | undefined} */
  get #status() {
    const text = this.#read(join(this.directory, 'status.json'));
    return text === undefined ? undefined : JSON.parse(text);
  }

  /**
   * @param {string} file
   * @returns {string | undefined} Undefined where this sandbox has not written it yet.
   */
  #read(file) {
    const found = statSync(file, { throwIfNoEntry: false });
    return found && found.mtimeMs >= this.#started
      ? readFileSync(file, 'utf8')
      : undefined;
  }
}
