import { InputError } from '@backstage/errors';
import {
  Reason,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReasonContent } from '@progressive-delivery/engine';

/** What an entity names as its overlay cannot be one. */
export class OverlayReferenceError extends InputError {
  readonly because: Reason;

  constructor(content: ReasonContent) {
    const because = toMessage('reason', content);
    super(because.text);
    this.because = because;
  }
}
