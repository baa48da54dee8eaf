import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { ServiceUnavailableError } from '@backstage/errors';

/**
 * Absolute path of a command, so that nothing that runs it needs our PATH.
 *
 * @throws ServiceUnavailableError that says how to configure it
 */
export async function findCommand(
  command: string,
  configuration: string,
): Promise<string> {
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
  throw new ServiceUnavailableError(
    isAbsolute(command)
      ? `${command} is not there or cannot be run: correct ${configuration}`
      : `There is no ${command} on the PATH of the backend: install it, or set ${configuration} to its path`,
  );
}
