import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { LauncherError } from '../LauncherError.mjs';
import { say } from '../say.mjs';

const LAST_LINES = 20;

/**
 * @typedef {object} StartOptions
 * @property {string} name What messages call it.
 * @property {string} command
 * @property {string[]} args
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string) => void} [onLine] Told of each line of output. Without it, output goes to this terminal
 * unchanged.
 * @property {boolean} [stays] When it ends although nobody asked it to, the launcher fails.
 * @property {StartOptions} [afterwards] Is run when it has ended, to end what it may have left outside of its group.
 * @property {number} [secondsToEnd] How long it may take to end after SIGTERM, 20 by default.
 */

/**
 * @typedef {object} Exit
 * @property {number | undefined} code
 * @property {string} said How it ended, for a person.
 */

/**
 * A process in a process group of its own: Ctrl-C in the terminal reaches the launcher alone, which then ends all
 * groups in order, with whatever they started in turn.
 */
export class StartedProcess {
  /** Resolves when it has ended. @type {Promise<Exit>} */
  exited;

  #options;
  #child;
  /** @type {string[]} */
  #lines = [];
  #ending = false;

  /** @param {StartOptions} options */
  constructor(options) {
    this.#options = options;
    const { command, args, cwd, env, onLine } = options;
    this.#child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: onLine
        ? ['ignore', 'pipe', 'pipe']
        : ['ignore', 'inherit', 'inherit'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream && onLine) {
        createInterface(stream).on('line', line => {
          this.#lines = [...this.#lines, line].slice(-LAST_LINES);
          onLine(line);
        });
      }
    }
    this.exited = new Promise(resolve => {
      this.#child.on('error', error =>
        resolve({
          code: undefined,
          said: `could not be started: ${error.message}`,
        }),
      );
      // `close` comes after the last line of output, but not while something it started holds the pipe.
      this.#child.on('exit', (code, signal) => {
        const exit = {
          code: code ?? undefined,
          said: `ended with ${code ?? signal}`,
        };
        this.#child.on('close', () => resolve(exit));
        setTimeout(() => resolve(exit), 1_000).unref();
      });
    });
  }

  /**
   * Resolves when it has ended by itself. When it was asked to end, whoever waits for it is no longer wanted either, and
   * waits forever.
   */
  untilItEnds() {
    return this.exited.then(exit =>
      this.#ending
        ? /** @type {Promise<Exit>} */ (new Promise(() => undefined))
        : exit,
    );
  }

  /** What to tell a person when it has ended and should not have. */
  async failure() {
    const { said } = await this.exited;
    const sentence = `${this.#options.name} ${said}.`;
    return new LauncherError(
      this.#lines.length
        ? [`${sentence} Its last lines:`, ...this.#lines].join('\n  ')
        : sentence,
    );
  }

  /** Ends it, because it is no longer wanted. */
  async end() {
    this.#ending = true;
    await this.endGroup();
  }

  /** Ends whatever runs in its group, politely first. */
  async endGroup() {
    const deadline = Date.now() + (this.#options.secondsToEnd ?? 20) * 1000;
    let running = this.#signalGroup('SIGTERM');
    while (running && Date.now() < deadline) {
      await sleep(50);
      running = this.#signalGroup(0);
    }
    if (running) {
      this.#signalGroup('SIGKILL');
      say('launcher', `${this.#options.name} did not end, and was killed`);
    }
  }

  /**
   * @param {NodeJS.Signals | 0} signal
   * @returns {boolean} Whether anything was there to receive it.
   */
  #signalGroup(signal) {
    const { pid } = this.#child;
    if (pid === undefined) {
      return false;
    }
    try {
      return process.kill(-pid, signal);
    } catch {
      // ESRCH: nothing of the group is left.
      return false;
    }
  }
}
