import { join } from 'node:path';
import { buildAppBundle } from './bundle/buildAppBundle.mjs';
import { installDependencies } from './install/installDependencies.mjs';
import { checkPort } from './processes/checkPort.mjs';
import { launch } from './processes/launch.mjs';
import { repository } from './repository.mjs';
import { say } from './say.mjs';
import { Backstage, page, port } from './start/Backstage.mjs';
import { openBrowser } from './start/openBrowser.mjs';
import { Sandbox } from './start/Sandbox.mjs';
import { checkPrerequisites } from './toolchain/checkPrerequisites.mjs';
import { findToolchain } from './toolchain/findToolchain.mjs';

// `npm start`: gets the toolchain and the dependencies, and starts Backstage and the sandbox.
await launch(
  async processes => {
    await checkPort(port);
    checkPrerequisites();
    const toolchain = await findToolchain(processes);
    await installDependencies(processes, toolchain);

    const sandbox = Sandbox.start({
      processes,
      toolchain,
      directory: join(repository, '.sandbox'),
      backstage: `http://127.0.0.1:${port}`,
    });
    const backstage = new Backstage({ processes, toolchain, sandbox });

    await buildAppBundle(processes, toolchain);
    await sandbox.untilClusterIsKnownOrFar();
    say('backstage', 'starting');
    await backstage.start();
    say('backstage', `The page is up: ${page}`);
    openBrowser(page);

    await sandbox.untilClusterIsKnown();
    if (backstage.isOutdated) {
      say('backstage', 'restarting once, to learn of the cluster');
      await backstage.restart();
      say('backstage', `The page is up again: ${page}`);
    }
    await sandbox.untilReady();
    say('sandbox', 'The sandbox is up. Ctrl-C ends everything.');
    return new Promise(() => undefined);
  },
  { interruptedCode: 0 },
);
