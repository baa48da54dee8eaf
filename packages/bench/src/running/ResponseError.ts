import { CustomErrorBase } from '@backstage/errors';

/** A server answered with something other than success. */
export class ResponseError extends CustomErrorBase {
  name = 'ResponseError' as const;
}
