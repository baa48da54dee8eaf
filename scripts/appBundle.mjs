import { buildAppBundle } from './bundle/buildAppBundle.mjs';
import { launch } from './processes/launch.mjs';
import { findToolchain } from './toolchain/findToolchain.mjs';

// `node scripts/appBundle.mjs`: builds the app that the backend serves, unless it is built already.
await launch(async processes => {
  await buildAppBundle(processes, await findToolchain(processes));
  return 0;
});
