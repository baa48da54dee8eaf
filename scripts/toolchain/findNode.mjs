import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fetchPackage } from './fetchPackage.mjs';

const pinned = '22.23.3';

/**
 * @typedef {object} Node
 * @property {string} command
 * @property {string} version
 * @property {string} headers The folder with `include/node`, which native addons are built with.
 */

/**
 * The Node that everything runs with: this one where it will do, a pinned one otherwise.
 *
 * @param {import('../processes/Processes.mjs').Processes} processes
 * @returns {Promise<Node>}
 */
export async function findNode(processes) {
  return ownNode() ?? pinnedNode(processes);
}

/** @returns {Node | undefined} */
function ownNode() {
  const { version, execPath } = process;
  const headers = dirname(dirname(execPath));
  const [major, minor] = version.slice(1).split('.').map(Number);
  // Older releases of 22 cannot `require` modules, newer majors are not proven: better-sqlite3 aborts on some.
  return major === 22 && minor >= 12 && headersAre(headers, major)
    ? { command: execPath, version: version.slice(1), headers }
    : undefined;
}

/** @param {import('../processes/Processes.mjs').Processes} processes */
async function pinnedNode(processes) {
  const { platform, arch } = process;
  const { folder } = await fetchPackage(
    processes,
    `node-${platform}-${arch}`,
    pinned,
  );
  return {
    command: join(folder, 'bin', 'node'),
    version: pinned,
    headers: folder,
  };
}

/**
 * @param {string} folder
 * @param {number} major
 */
function headersAre(folder, major) {
  const file = join(folder, 'include', 'node', 'node_version.h');
  return (
    existsSync(file) &&
    readFileSync(file, 'utf8').includes(`NODE_MAJOR_VERSION ${major}\n`)
  );
}
