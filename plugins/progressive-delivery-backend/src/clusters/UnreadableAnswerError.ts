import { CustomErrorBase } from '@backstage/errors';

/** A cluster has answered, but not with what was asked for. */
export class UnreadableAnswerError extends CustomErrorBase {
  name = 'UnreadableAnswerError' as const;
}
