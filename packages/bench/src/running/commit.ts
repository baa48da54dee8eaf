import { runCommand } from '@progressive-delivery/sandbox';
import { folders } from './folders';

/** The commit that is measured, with `-dirty` where something is not committed. */
export async function commit(): Promise<string> {
  const described = await runCommand('git', {
    args: ['describe', '--always', '--dirty', '--abbrev=40', '--exclude', '*'],
    cwd: folders.repository,
  });
  return described.trim();
}
