import { runCommand } from '@progressive-delivery/sandbox';
import { Browser, chromium } from 'playwright-core';
import { folders } from './folders';

/** Where the Chromium of the npm package lies, once unpacked; that package is an ES module, which jest cannot load. */
const LOCATE = `
  import chromium from '@sparticuz/chromium';
  console.log(await chromium.executablePath());
`;

/** A real, headless Chromium. */
export async function launchBrowser(): Promise<Browser> {
  const executable = await runCommand(process.execPath, {
    args: ['--input-type=module', '--eval', LOCATE],
    cwd: folders.own,
    signal: AbortSignal.timeout(60_000),
  });
  return chromium.launch({
    executablePath: executable.trim(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--font-render-hinting=none',
    ],
  });
}
