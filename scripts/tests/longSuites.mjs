import { join } from 'node:path';
import { repository } from '../repository.mjs';
import { fetchPackage } from '../toolchain/fetchPackage.mjs';
import { JestReport } from './JestReport.mjs';
import { runJest } from './runJest.mjs';

const NODE_24 = '24.22.3';

/**
 * Tests that take too long for `npm test`, by name.
 *
 * @type {Record<string, (options: import('./endToEndSuites.mjs').SuiteOptions) => Promise<import('./JestReport.mjs').TestCounts>>}
 */
export const longSuites = {
  // What preflight blocks, done all the same, in a sandbox.
  harms: ofPackage('The harms', 'harms'),
  // What preflight does not block, in a sandbox.
  'false-alarms': ofPackage('The false alarms', 'falseAlarms'),
  // The packed packages in a Backstage of each supported release, and with another Node.
  install: async options => {
    const { folder } = await fetchPackage(
      options.processes,
      `node-${process.platform}-${process.arch}`,
      NODE_24,
    );
    return ofPackage('The installations', 'install', {
      config: 'packages/install-tests/jest.long.config.js',
      environment: { PD_NODE_24: join(folder, 'bin', 'node') },
    })(options);
  },
  proposals: runProposals,
};

/**
 * A file of a package whose tests jest runs, such as `packages/e2e`.
 *
 * @param {string} name
 * @param {string} file
 * @param {{ config?: string, environment?: NodeJS.ProcessEnv }} [options]
 */
function ofPackage(
  name,
  file,
  { config = 'packages/e2e/jest.long.config.js', environment } = {},
) {
  /** @param {import('./endToEndSuites.mjs').SuiteOptions} options */
  return async ({ processes, toolchain, args }) =>
    runJest(processes, {
      name,
      command: toolchain.node,
      args: [
        join(repository, 'node_modules/jest/bin/jest.js'),
        ...['--config', config, file],
        ...args,
      ],
      cwd: repository,
      env: { ...toolchain.environment, ...environment },
      report: await JestReport.create(file),
    });
}

/**
 * Of the backend: many requests at once from two processes, and processes that are killed while they propose, ten times
 * each.
 *
 * @param {import('./endToEndSuites.mjs').SuiteOptions} options
 */
async function runProposals({ processes, toolchain, args }) {
  return runJest(processes, {
    name: 'The interrupted proposals',
    command: toolchain.yarn,
    args: ['test:unit', 'ProposalOpener.processes', ...args],
    cwd: repository,
    env: { ...toolchain.environment, PD_PROPOSAL_ROUNDS: '10' },
    report: await JestReport.create('proposals'),
  });
}
