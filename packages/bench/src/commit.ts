import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { folders } from './folders';

/** The commit that is measured, with `-dirty` where something is not committed. */
export async function commit(): Promise<string> {
  const { stdout } = await promisify(execFile)(
    'git',
    ['describe', '--always', '--dirty', '--abbrev=40', '--exclude', '*'],
    { cwd: folders.repository },
  );
  return stdout.trim();
}
