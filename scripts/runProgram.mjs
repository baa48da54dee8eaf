import { join } from 'node:path';
import { installDependencies } from './install/installDependencies.mjs';
import { launch } from './processes/launch.mjs';
import { repository } from './repository.mjs';
import { checkPrerequisites } from './toolchain/checkPrerequisites.mjs';
import { findToolchain } from './toolchain/findToolchain.mjs';

/**
 * Gets the toolchain and the dependencies, and runs a program of the repository with the arguments of this process.
 *
 * @param {string} name as in "The benchmark ended"
 * @param {string} path from the repository's root
 */
export async function runProgram(name, path) {
  const args = process.argv.slice(2);
  await launch(async processes => {
    checkPrerequisites();
    const toolchain = await findToolchain(processes);
    await installDependencies(processes, toolchain);
    const program = processes.start({
      name,
      command: toolchain.node,
      args: [join(repository, path), ...args],
      cwd: repository,
      env: toolchain.environment,
    });
    const { code } = await program.untilItEnds();
    return code ?? 1;
  });
}
