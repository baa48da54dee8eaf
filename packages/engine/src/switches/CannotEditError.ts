import { InputError } from '@backstage/errors';
import {
  Reason,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReasonContent } from '../cannotPreview';
import { formatSwitchPath, SwitchPath } from './switchPath';

/** The switch that is to be set, and in which file. */
export interface SwitchEditOptions {
  file: string;
  path: SwitchPath;
  enabled: boolean;
}

/** An edit would not be exact. */
export class CannotEditError extends InputError {
  /** What about the text of the file keeps it from being exact. */
  readonly because: Reason;

  constructor({ file, path }: SwitchEditOptions, content: ReasonContent) {
    const because = toMessage('reason', content);
    super(
      toMessage('notProposable', {
        id: 'notEditable',
        parameters: { file, path: formatSwitchPath(path), because },
      }).text,
    );
    this.because = because;
  }
}
