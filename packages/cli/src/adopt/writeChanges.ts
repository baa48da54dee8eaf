import {
  chmod,
  mkdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileChange } from '@progressive-delivery/engine';

/** A changed file that is written beside the one that it replaces. */
interface Staged {
  change: FileChange;
  file: string;
  temporary: string;
}

/**
 * Writes changed files of a chart, all or none of them.
 *
 * @throws Error where a file is no longer what the change was made for
 */
export async function writeChanges(
  folder: string,
  changes: readonly FileChange[],
): Promise<void> {
  const staged: Staged[] = [];
  const replaced: Staged[] = [];
  try {
    for (const change of changes) {
      staged.push(await stage(folder, change));
    }
    for (const each of staged) {
      await rename(each.temporary, each.file);
      replaced.push(each);
    }
  } catch (error) {
    for (const { change, file } of replaced) {
      await (change.before === undefined
        ? rm(file)
        : writeFile(file, change.before));
    }
    throw error;
  } finally {
    await Promise.all(
      staged.map(({ temporary }) => rm(temporary, { force: true })),
    );
  }
}

async function stage(folder: string, change: FileChange): Promise<Staged> {
  const { after, before, path } = change;
  const named = join(folder, path);
  await mkdir(dirname(named), { recursive: true });
  const file = before === undefined ? named : await realpath(named);
  const current = await readFile(file, 'utf8').catch(() => undefined);
  if (current !== before) {
    throw new Error(`${path} has changed meanwhile: nothing was written`);
  }
  const temporary = join(
    dirname(file),
    `.progressive-delivery-${process.pid}-${path.replaceAll('/', '-')}`,
  );
  await writeFile(temporary, after);
  if (before !== undefined) {
    await chmod(temporary, (await stat(file)).mode);
  }
  return { change, file, temporary };
}
