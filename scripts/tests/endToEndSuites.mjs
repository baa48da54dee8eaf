import { join } from 'node:path';
import { repository } from '../repository.mjs';
import { JestReport } from './JestReport.mjs';
import { runJest } from './runJest.mjs';

/**
 * @typedef {object} SuiteOptions
 * @property {import('../processes/Processes.mjs').Processes} processes
 * @property {import('../toolchain/findToolchain.mjs').Toolchain} toolchain
 * @property {string[]} args For jest, such as the name of a file.
 */

/**
 * The end-to-end tests, in the order in which they are run.
 *
 * @type {Record<string, (options: SuiteOptions) => Promise<import('./JestReport.mjs').TestCounts>>}
 */
export const endToEndSuites = { stories: runStories, charts: runCharts };

/**
 * `packages/e2e`: a person in a browser. Each file starts a sandbox and a Backstage of its own.
 *
 * @param {SuiteOptions} options
 */
async function runStories({ processes, toolchain, args }) {
  return runJest(processes, {
    name: 'The stories',
    command: toolchain.node,
    args: [
      join(repository, 'node_modules/jest/bin/jest.js'),
      ...['--config', 'packages/e2e/jest.stories.config.js'],
      ...args,
    ],
    cwd: repository,
    env: toolchain.environment,
    report: await JestReport.create('stories'),
  });
}

/**
 * `packages/chart-tests`: the example chart, delivered into a sandbox of these tests, or the one that PD_SANDBOX names.
 *
 * @param {SuiteOptions} options
 */
async function runCharts({ processes, toolchain, args }) {
  return runJest(processes, {
    name: 'The tests of the chart',
    command: toolchain.yarn,
    args: [
      ...['workspace', '@progressive-delivery/chart-tests', 'test:e2e'],
      ...args,
    ],
    cwd: repository,
    env: toolchain.environment,
    report: await JestReport.create('charts'),
  });
}
