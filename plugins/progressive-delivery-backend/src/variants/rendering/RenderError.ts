import { InputError } from '@backstage/errors';

/** Why an overlay does not render, in the words of the tool or of the limit that was reached. */
export class RenderError extends InputError {
  constructor(
    /** `limit`: on a machine with less to do, another try may end otherwise. */
    readonly reason: 'refused' | 'limit',
    message: string,
  ) {
    super(message);
  }
}
