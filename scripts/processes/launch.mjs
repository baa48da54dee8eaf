import { LauncherError } from '../LauncherError.mjs';
import { Processes } from './Processes.mjs';

/**
 * Runs one of the launcher's commands, and ends all it started when it is done, fails, or is interrupted.
 *
 * @param {(processes: Processes) => Promise<number>} work Answers the exit code.
 * @param {{ interruptedCode?: number }} [options] The exit code after Ctrl-C, 130 by default.
 */
export async function launch(work, { interruptedCode = 130 } = {}) {
  const processes = new Processes();
  let exitCode;
  try {
    exitCode = await Promise.race([
      work(processes),
      processes.oneDied,
      untilInterrupted().then(why => {
        process.stdout.write(`\n${why}: ending all that was started\n`);
        return interruptedCode;
      }),
    ]);
  } catch (error) {
    exitCode = 1;
    process.stderr.write(`\n${describe(error)}\n`);
  }
  await processes.endAll();
  process.exit(exitCode);
}

/** @returns {Promise<string>} Why. */
function untilInterrupted() {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => resolve(signal));
    }
    // A terminal that was closed cannot be written to; that must not keep us from ending what runs.
    for (const stream of [process.stdout, process.stderr]) {
      stream.on('error', () => resolve('The terminal is gone'));
    }
    // npm and Yarn pass no signal on when they are killed; then nobody is left who would end us.
    if (process.env.npm_lifecycle_event) {
      const parent = process.ppid;
      setInterval(() => {
        if (process.ppid !== parent) {
          resolve('The command that started this is gone');
        }
      }, 1_000).unref();
    }
  });
}

/** @param {unknown} error */
function describe(error) {
  if (error instanceof LauncherError) {
    return error.message;
  }
  return error instanceof Error ? error.stack : String(error);
}
