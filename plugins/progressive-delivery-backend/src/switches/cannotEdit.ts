import { InputError } from '@backstage/errors';
import { formatSwitchPath, SwitchPath } from './switchPath';

/** The switch that is to be set, and in which file. */
export interface SwitchEditOptions {
  file: string;
  path: SwitchPath;
  enabled: boolean;
}

/** The refusal of an edit that would not be exact. */
export function cannotEdit(
  { file, path }: SwitchEditOptions,
  because: string,
): InputError {
  return new InputError(
    `${formatSwitchPath(
      path,
    )} cannot be changed in ${file} by a machine, because ${because}. Change it by hand.`,
  );
}
