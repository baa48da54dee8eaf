import { delimiter, dirname } from 'node:path';
import { findNode } from './findNode.mjs';
import { findYarn } from './findYarn.mjs';

/**
 * What the repository is built and run with.
 *
 * @typedef {object} Toolchain
 * @property {string} node Path of the command.
 * @property {string} nodeVersion
 * @property {string} yarn Path of the command.
 * @property {string} yarnVersion
 * @property {NodeJS.ProcessEnv} environment For everything that is started.
 */

/**
 * Finds Node and Yarn, or fetches them into the user's cache.
 *
 * @param {import('../processes/Processes.mjs').Processes} processes
 * @returns {Promise<Toolchain>}
 */
export async function findToolchain(processes) {
  const node = await findNode(processes);
  const yarn = await findYarn(processes);
  return {
    node: node.command,
    nodeVersion: node.version,
    yarn: yarn.command,
    yarnVersion: yarn.version,
    environment: {
      ...process.env,
      PATH: [
        dirname(node.command),
        dirname(yarn.command),
        process.env.PATH,
      ].join(delimiter),
      // Native addons must be built for this Node, whatever npm's configuration on this machine says.
      npm_config_nodedir: node.headers,
    },
  };
}
