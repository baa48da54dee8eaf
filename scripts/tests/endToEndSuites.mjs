import { join } from 'node:path';
import { repository } from '../repository.mjs';
import { Sandbox } from '../start/Sandbox.mjs';
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
      ...['--config', 'packages/e2e/jest.config.js'],
      ...args,
    ],
    cwd: repository,
    env: toolchain.environment,
    report: await JestReport.create('stories'),
  });
}

/**
 * `packages/chart-tests`: the example chart, delivered into the sandbox that PD_SANDBOX names, or one for these tests.
 *
 * @param {SuiteOptions} options
 */
async function runCharts({ processes, toolchain, args }) {
  const { PD_SANDBOX = '' } = toolchain.environment;
  const directory = PD_SANDBOX || join(repository, '.artifacts', 'sandbox');
  /** @type {Sandbox | undefined} */
  let sandbox;
  if (!PD_SANDBOX) {
    await processes.run({
      name: 'yarn sandbox reset',
      command: toolchain.node,
      args: [
        join(repository, 'packages/sandbox/bin/sandbox'),
        ...['reset', '--directory', directory],
      ],
      env: toolchain.environment,
      onLine: () => undefined,
    });
    sandbox = Sandbox.start({ processes, toolchain, directory });
    await sandbox.untilReady();
  }
  try {
    return await runJest(processes, {
      name: 'The tests of the chart',
      command: toolchain.yarn,
      args: [
        ...['workspace', '@progressive-delivery/chart-tests', 'test:e2e'],
        ...args,
      ],
      cwd: repository,
      env: { ...toolchain.environment, PD_SANDBOX: directory },
      report: await JestReport.create('charts'),
    });
  } finally {
    await sandbox?.end();
  }
}
