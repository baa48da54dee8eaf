import { spawn } from 'node:child_process';
import { say } from '../say.mjs';

/**
 * Opens a page where there is a desktop to open it on. The browser is the person's own: it stays when all else ends.
 *
 * @param {string} page
 */
export function openBrowser(page) {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI || !(DISPLAY || WAYLAND_DISPLAY)) {
    return;
  }
  const browser = spawn('xdg-open', [page], {
    detached: true,
    stdio: 'ignore',
  });
  browser.on('error', error =>
    say('launcher', `the browser could not be opened: ${error.message}`),
  );
  browser.unref();
}
