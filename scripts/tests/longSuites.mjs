import { join } from 'node:path';
import { repository } from '../repository.mjs';
import { JestReport } from './JestReport.mjs';
import { runJest } from './runJest.mjs';

/**
 * Tests that take too long for `npm test`, by name.
 *
 * @type {Record<string, (options: import('./endToEndSuites.mjs').SuiteOptions) => Promise<import('./JestReport.mjs').TestCounts>>}
 */
export const longSuites = { harms: runHarms, proposals: runProposals };

/**
 * `packages/e2e`: what preflight blocks, done all the same, in a sandbox.
 *
 * @param {import('./endToEndSuites.mjs').SuiteOptions} options
 */
async function runHarms({ processes, toolchain, args }) {
  return runJest(processes, {
    name: 'The harms',
    command: toolchain.node,
    args: [
      join(repository, 'node_modules/jest/bin/jest.js'),
      ...['--config', 'packages/e2e/jest.long.config.js', 'harms'],
      ...args,
    ],
    cwd: repository,
    env: toolchain.environment,
    report: await JestReport.create('harms'),
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
