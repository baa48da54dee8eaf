/**
 * Runs jest, without watching for changes, and counts.
 *
 * @param {import('../processes/Processes.mjs').Processes} processes
 * @param {import('../processes/StartedProcess.mjs').StartOptions & { report: import('./JestReport.mjs').JestReport }} options
 * @returns {Promise<import('./JestReport.mjs').TestCounts>}
 * @throws LauncherError when there is nothing to count, or jest fails although no test has
 */
export async function runJest(processes, { report, ...options }) {
  const jest = processes.start({
    ...options,
    args: [...options.args, ...report.args],
    env: { ...options.env, CI: 'true' },
  });
  const { code } = await jest.untilItEnds();
  const counts = await report.read();
  if (code !== 0 && counts.failed === 0) {
    throw await jest.failure();
  }
  return counts;
}
