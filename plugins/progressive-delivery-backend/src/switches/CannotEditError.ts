import { InputError } from '@backstage/errors';
import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { formatSwitchPath, SwitchPath } from './switchPath';

/** The switch that is to be set, and in which file. */
export interface SwitchEditOptions {
  file: string;
  path: SwitchPath;
  enabled: boolean;
}

/** An edit would not be exact. */
export class CannotEditError extends InputError {
  constructor(
    { file, path }: SwitchEditOptions,
    /** What about the text of the file keeps it from being exact. */
    readonly because: string,
  ) {
    super(
      toMessage('notProposable', {
        id: 'notEditable',
        parameters: { file, path: formatSwitchPath(path), because },
      }).text,
    );
  }
}
