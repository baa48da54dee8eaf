import { StartedProcess } from './StartedProcess.mjs';

/** Everything that was started, so that all of it can be ended. */
export class Processes {
  /** Each with what resolves when nothing of it is left. @type {Map<StartedProcess, Promise<void>>} */
  #running = new Map();
  #ending = false;
  /** @type {(error: Error) => void} */
  #reportDeath = () => undefined;

  /** Rejects when a process that has to stay has ended. @type {Promise<never>} */
  oneDied = new Promise((_, reject) => {
    this.#reportDeath = reject;
  });

  /**
   * Starts a process.
   *
   * @param {import('./StartedProcess.mjs').StartOptions} options
   */
  start(options) {
    if (this.#ending) {
      throw new Error(`${options.name} is not started: all is being ended`);
    }
    const started = new StartedProcess(options);
    this.#running.set(started, this.#clearAway(started, options));
    if (options.stays) {
      this.#watch(started);
    }
    return started;
  }

  /**
   * Runs a process to its end.
   *
   * @param {import('./StartedProcess.mjs').StartOptions} options
   * @throws LauncherError with its last lines when it does not end with 0
   */
  async run(options) {
    const started = this.start(options);
    const { code } = await started.untilItEnds();
    if (code !== 0) {
      throw await started.failure();
    }
  }

  /** @param {StartedProcess} started */
  async #watch(started) {
    await started.untilItEnds();
    this.#reportDeath(await started.failure());
  }

  /**
   * @param {StartedProcess} started
   * @param {import('./StartedProcess.mjs').StartOptions} options
   */
  async #clearAway(started, { afterwards }) {
    await started.exited;
    // What it started in turn may outlive it.
    await started.endGroup();
    if (afterwards) {
      await new StartedProcess(afterwards).exited;
    }
    this.#running.delete(started);
  }

  /** Ends all that runs. Nothing can be started any more. */
  async endAll() {
    this.#ending = true;
    await Promise.all(
      [...this.#running].map(async ([started, cleared]) => {
        await started.end();
        await cleared;
      }),
    );
  }
}
