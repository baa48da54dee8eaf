import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folders } from '../scene/folders';
import type { Example } from './examples';

const FOLDER = join(folders.own, 'src/preflight/findings');

/**
 * What is committed of the findings of a switch, one file a component, target and direction. `PD_UPDATE_FINDINGS=1`
 * writes them anew.
 */
export async function expectedFindings(
  { component, target }: Example,
  becomes: 'Rollout' | 'Deployment',
  found: string,
): Promise<string> {
  const file = join(FOLDER, `${component}.${target}.${becomes}.txt`);
  if (process.env.PD_UPDATE_FINDINGS === '1') {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(file, `${found}\n`);
  }
  return (await readFile(file, 'utf8')).trimEnd();
}
