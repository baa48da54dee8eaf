import { spawnSync } from 'node:child_process';
import { LauncherError } from '../LauncherError.mjs';

const prerequisites = [
  { title: 'Git', command: 'git', why: 'the sandbox and the plugin call it' },
  {
    title: 'A C compiler (gcc)',
    command: process.env.CC ?? 'gcc',
    why: 'it builds the sandbox',
  },
  {
    title: 'A C++ compiler (g++)',
    command: process.env.CXX ?? 'g++',
    why: "it builds the database driver of Backstage's backend",
  },
  { title: 'make', command: 'make', why: 'it builds the same driver' },
  { title: 'Python 3', command: 'python3', why: 'it prepares that build' },
];

/**
 * Looks for what cannot be fetched, before anything slow. Go is looked for by the sandbox, which alone knows whether
 * there is anything to build.
 *
 * @throws LauncherError that names everything that is missing
 */
export function checkPrerequisites() {
  const problems = prerequisites
    .filter(({ command }) => !runs(command))
    .map(
      ({ title, command, why }) =>
        `${title} is needed (${why}), and there is no working "${command}" on the PATH.`,
    );
  if (process.platform !== 'linux') {
    problems.push(
      `The sandbox runs on Linux only, and this is ${process.platform}.`,
    );
  }
  if (problems.length > 0) {
    throw new LauncherError(
      [
        ...problems,
        'On Debian and Ubuntu, "apt-get install git gcc g++ make python3" installs them. Then run the same command again.',
      ].join('\n'),
    );
  }
}

/** @param {string} command */
function runs(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
