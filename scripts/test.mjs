import { buildAppBundle } from './bundle/buildAppBundle.mjs';
import { installDependencies } from './install/installDependencies.mjs';
import { launch } from './processes/launch.mjs';
import { repository } from './repository.mjs';
import { buildTools } from './tests/buildTools.mjs';
import { endToEndSuites } from './tests/endToEndSuites.mjs';
import { runUnitTests } from './tests/runUnitTests.mjs';
import { Stages } from './tests/Stages.mjs';
import { checkPrerequisites } from './toolchain/checkPrerequisites.mjs';
import { findToolchain } from './toolchain/findToolchain.mjs';

// `npm test`: gets the toolchain and the dependencies, and runs all checks and tests.
await launch(async processes => {
  checkPrerequisites();
  const toolchain = await findToolchain(processes);
  await installDependencies(processes, toolchain);

  /**
   * @param {string} script
   * @param {string[]} args
   */
  const runScript = (script, ...args) =>
    processes.run({
      name: `yarn ${script}`,
      command: toolchain.yarn,
      args: [script, ...args],
      cwd: repository,
      env: toolchain.environment,
    });
  const stages = new Stages();
  // The API reports are made of what this writes: in what order depends on what an incremental build compiled before.
  await stages.run('Types', () => runScript('tsc:whole'));
  await stages.run(
    'API reports',
    () => runScript('api-reports:check', '--ci'),
    {
      needs: ['Types'],
    },
  );
  await stages.run('Documentation', () => runScript('docs:check'));
  await stages.run('Configuration', () => runScript('config:check'));
  await stages.run('Unused code', () => runScript('knip'));
  await stages.run('Licenses', () => runScript('notices', '--check'));
  await stages.run('Lint', () => runScript('lint:all'));
  await stages.run('Formatting', () => runScript('prettier:check'));
  await stages.run('Sandbox tools', () => buildTools(processes, toolchain));
  await stages.run('Unit tests', () => runUnitTests(processes, toolchain));
  await stages.run('App', () => buildAppBundle(processes, toolchain));
  for (const [name, run] of Object.entries(endToEndSuites)) {
    await stages.run(
      `End to end: ${name}`,
      () => run({ processes, toolchain, args: [] }),
      { needs: ['Sandbox tools', 'App'] },
    );
  }
  return stages.finish();
});
