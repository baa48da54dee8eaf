import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LauncherError } from '../LauncherError.mjs';
import { repository } from '../repository.mjs';

/**
 * @typedef {object} TestCounts
 * @property {number} passed
 * @property {number} failed Tests, and files that could not be run at all.
 * @property {number} skipped
 */

/** What jest writes about a run with `--json`. */
export class JestReport {
  /**
   * Prepares for a run.
   *
   * @param {string} name
   */
  static async create(name) {
    const file = join(repository, '.artifacts', 'reports', `${name}.json`);
    await mkdir(dirname(file), { recursive: true });
    await rm(file, { force: true });
    return new JestReport(file);
  }

  #file;

  /** @param {string} file */
  constructor(file) {
    this.#file = file;
  }

  /** What jest has to be given. */
  get args() {
    return ['--json', `--outputFile=${this.#file}`];
  }

  /**
   * @returns {Promise<TestCounts>}
   * @throws LauncherError when the run was not one: no report, or no test in it
   */
  async read() {
    let text;
    try {
      text = await readFile(this.#file, 'utf8');
    } catch (error) {
      throw new LauncherError(`jest left no report: ${error}`);
    }
    const report = JSON.parse(text);
    const counts = {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    };
    if (counts.passed + counts.failed === 0) {
      throw new LauncherError('No test was run.');
    }
    return counts;
  }
}
