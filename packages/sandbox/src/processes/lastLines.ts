import { readFileSync } from 'node:fs';

const LAST_LINES = 20;

/** The last lines of a process's log, for a message that says why it ended; nothing where it has none. */
export function lastLines(file: string): string {
  try {
    return readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(-LAST_LINES)
      .join('\n');
  } catch {
    return '';
  }
}
