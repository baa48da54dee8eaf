import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { ServiceUnavailableError } from '@backstage/errors';
import { cannotPreview } from '../../cannotPreview';

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
  const parameters = { command, configuration };
  throw cannotPreview(
    isAbsolute(command)
      ? { id: 'toolMissing', parameters }
      : { id: 'toolNotOnPath', parameters },
    ServiceUnavailableError,
  );
}
