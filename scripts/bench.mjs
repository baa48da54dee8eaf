import { join } from 'node:path';
import { installDependencies } from './install/installDependencies.mjs';
import { launch } from './processes/launch.mjs';
import { repository } from './repository.mjs';
import { checkPrerequisites } from './toolchain/checkPrerequisites.mjs';
import { findToolchain } from './toolchain/findToolchain.mjs';

const args = process.argv.slice(2);

// `npm run bench -- NAME`: gets the toolchain and the dependencies, and runs a benchmark, or lists them.
await launch(async processes => {
  checkPrerequisites();
  const toolchain = await findToolchain(processes);
  await installDependencies(processes, toolchain);
  const bench = processes.start({
    name: 'The benchmark',
    command: toolchain.node,
    args: [join(repository, 'packages/bench/bin/bench'), ...args],
    cwd: repository,
    env: toolchain.environment,
  });
  const { code } = await bench.untilItEnds();
  return code ?? 1;
});
