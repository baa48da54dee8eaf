import { LauncherError } from '../LauncherError.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {boolean} passed
 * @property {string} outcome For a person.
 * @property {number} seconds
 * @property {import('./JestReport.mjs').TestCounts} [counts]
 */

/** The stages of `npm test`, and what became of them. */
export class Stages {
  /** @type {Stage[]} */
  #done = [];
  #started = Date.now();

  /**
   * Runs a stage. One that fails does not keep the next from running, except where that needs it.
   *
   * @param {string} name
   * @param {() => Promise<import('./JestReport.mjs').TestCounts | void>} work
   * @param {{ needs?: string[] }} [options] Stages without which this one makes no sense.
   */
  async run(name, work, { needs = [] } = {}) {
    const started = Date.now();
    process.stdout.write(`\n━━ ${name} ${'━'.repeat(60 - name.length)}\n\n`);
    /** @param {Omit<Stage, 'name' | 'seconds'>} stage */
    const done = stage => {
      const seconds = Math.round((Date.now() - started) / 1000);
      this.#done.push({ name, seconds, ...stage });
    };
    const missing = this.#done.find(
      stage => needs.includes(stage.name) && !stage.passed,
    );
    if (missing) {
      const outcome = `not run, it needs: ${missing.name}`;
      process.stdout.write(`${outcome}\n`);
      done({ passed: false, outcome });
      return;
    }
    try {
      const counts = (await work()) ?? undefined;
      const passed = !counts?.failed;
      done({ passed, outcome: passed ? 'passed' : 'failed', counts });
    } catch (error) {
      const said = error instanceof LauncherError ? error.message : error;
      process.stderr.write(`\n${said}\n`);
      done({ passed: false, outcome: 'failed' });
    }
  }

  /** Prints what became of all of them, and answers the exit code. */
  finish() {
    const tests = { passed: 0, failed: 0, skipped: 0 };
    for (const { counts } of this.#done) {
      tests.passed += counts?.passed ?? 0;
      tests.failed += counts?.failed ?? 0;
      tests.skipped += counts?.skipped ?? 0;
    }
    const failedStages = this.#done.filter(
      ({ passed, counts }) => !passed && !counts?.failed,
    ).length;
    const seconds = Math.round((Date.now() - this.#started) / 1000);
    const lines = [
      '',
      ...this.#done.map(
        stage =>
          `${stage.name.padEnd(20)} ${stage.outcome.padEnd(8)} ${
            stage.seconds
          } s`,
      ),
      '',
      `Tests:       ${summary(tests)}`,
      `Time:        ${seconds} s`,
      '',
      // Stages that are no tests, such as lint, count as well.
      `${tests.passed} passed, ${tests.failed + failedStages} failed`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    return tests.failed + failedStages === 0 ? 0 : 1;
  }
}

/**
 * As jest has it.
 *
 * @param {import('./JestReport.mjs').TestCounts} counts
 */
function summary({ passed, failed, skipped }) {
  return [
    ...(failed ? [`${failed} failed`] : []),
    ...(skipped ? [`${skipped} skipped`] : []),
    `${passed} passed`,
    `${passed + failed + skipped} total`,
  ].join(', ');
}
