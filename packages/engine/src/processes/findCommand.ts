import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * Absolute path of a command, so that nothing that runs it needs our PATH; `undefined` where there is none that can be
 * run.
 *
 * @param command - an absolute path, or a name to be found on the PATH
 */
export async function findCommand(
  command: string,
): Promise<string | undefined> {
  const candidates = isAbsolute(command)
    ? [command]
    : (process.env.PATH ?? '')
        .split(delimiter)
        .filter(isAbsolute)
        .map(directory => join(directory, command));
  for (const candidate of candidates) {
    const runs = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) {
      return candidate;
    }
  }
  return undefined;
}
