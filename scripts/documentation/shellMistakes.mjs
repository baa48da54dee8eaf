import { spawnSync } from 'node:child_process';
import { samplesIn } from './pages.mjs';

/**
 * Commands that do not parse.
 *
 * @returns {import('./pages.mjs').Mistake[]}
 */
export function shellMistakes() {
  return samplesIn('sh', 'bash').flatMap(({ page, line, text }) => {
    const { error, status, stderr } = spawnSync('bash', ['-n'], {
      input: text,
      encoding: 'utf8',
    });
    if (error) {
      throw error;
    }
    return status === 0 && stderr === ''
      ? []
      : [{ page, line, message: stderr.trim() }];
  });
}
