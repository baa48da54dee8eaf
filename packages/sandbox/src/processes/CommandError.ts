import { CustomErrorBase } from '@backstage/errors';

/** A command could not be started, or ended with something other than 0; the message carries what it wrote. */
export class CommandError extends CustomErrorBase {
  name = 'CommandError' as const;
}
