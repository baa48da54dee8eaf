import { LauncherError } from './LauncherError.mjs';
import { launch } from './processes/launch.mjs';
import { buildTools } from './tests/buildTools.mjs';
import { longSuites } from './tests/longSuites.mjs';
import { findToolchain } from './toolchain/findToolchain.mjs';

const [only, ...args] = process.argv.slice(2);

// `yarn test:long`: all tests that take long; `yarn test:long SUITE [arguments of jest]`: some of them.
await launch(async processes => {
  const suites = Object.entries(longSuites).filter(
    ([name]) => !only || name === only,
  );
  if (suites.length === 0) {
    const names = Object.keys(longSuites).join(' and ');
    throw new LauncherError(`There is no suite ${only}, only ${names}.`);
  }
  const toolchain = await findToolchain(processes);
  await buildTools(processes, toolchain);
  let failed = 0;
  for (const [, run] of suites) {
    failed += (await run({ processes, toolchain, args })).failed;
  }
  return failed === 0 ? 0 : 1;
});
