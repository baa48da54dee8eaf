import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Browser, chromium } from 'playwright-core';
import { folders } from './folders';

/** Where the Chromium of the npm package lies, once unpacked; that package is an ES module, which jest cannot load. */
const LOCATE = `
  import chromium from '@sparticuz/chromium';
  console.log(await chromium.executablePath());
`;

/** A real, headless Chromium. */
export async function launchBrowser(): Promise<Browser> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', LOCATE],
    { cwd: folders.own, timeout: 60_000 },
  );
  return chromium.launch({
    executablePath: stdout.trim(),
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
