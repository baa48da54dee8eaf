import { InputError } from '@backstage/errors';
import {
  Reason,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReasonContent } from '../../cannotPreview';

/** Why an overlay does not render, in the words of the tool or of the limit that was reached. */
export class RenderError extends InputError {
  readonly said: string | Reason;

  constructor(
    /** `limit`: on a machine with less to do, another try may end otherwise. */
    readonly reason: 'refused' | 'limit',
    /** The tool's own words, or what was reached. */
    said: string | ReasonContent,
  ) {
    const told = typeof said === 'string' ? said : toMessage('reason', said);
    super(typeof told === 'string' ? told : told.text);
    this.said = told;
  }
}
