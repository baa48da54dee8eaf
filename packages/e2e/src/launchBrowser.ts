import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Browser, chromium } from 'playwright-core';

/** Where the Chromium of the npm package lies, once unpacked; that package is an ES module, which jest cannot load. */
const LOCATE = `
  import chromium from '@sparticuz/chromium';
  console.log(JSON.stringify({ executablePath: await chromium.executablePath(), args: chromium.args }));
`;

/** A real, headless Chromium. */
export async function launchBrowser(): Promise<Browser> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', LOCATE],
    { cwd: __dirname, timeout: 60_000 },
  );
  const { executablePath } = JSON.parse(stdout) as { executablePath: string };
  return chromium.launch({
    executablePath,
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
