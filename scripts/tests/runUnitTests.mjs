import { repository } from '../repository.mjs';
import { JestReport } from './JestReport.mjs';
import { runJest } from './runJest.mjs';

/**
 * Runs the unit tests of all workspaces.
 *
 * @param {import('../processes/Processes.mjs').Processes} processes
 * @param {import('../toolchain/findToolchain.mjs').Toolchain} toolchain
 */
export async function runUnitTests(processes, toolchain) {
  return runJest(processes, {
    name: 'The unit tests',
    command: toolchain.yarn,
    args: ['test:unit'],
    cwd: repository,
    env: toolchain.environment,
    report: await JestReport.create('unit'),
  });
}
