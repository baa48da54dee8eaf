import { Toolbox, ToolBuilder } from '@progressive-delivery/sandbox';
import { OwnSandbox } from '../clusters/OwnSandbox';

declare global {
  // How jest has its globalTeardown know what its globalSetup did.
  // eslint-disable-next-line no-var
  var ownSandbox: OwnSandbox | undefined;
}

/** Before the end-to-end tests: starts a sandbox, unless `PD_SANDBOX` says where one is up. */
export default async function setUp(): Promise<void> {
  await ToolBuilder.create({
    toolbox: Toolbox.create(),
    log: line => process.stderr.write(`${line}\n`),
  }).build(['helm3']);
  if (!process.env.PD_SANDBOX) {
    globalThis.ownSandbox = await OwnSandbox.start();
    process.env.PD_SANDBOX = globalThis.ownSandbox.directory;
  }
}
