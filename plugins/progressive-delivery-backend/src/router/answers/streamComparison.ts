import { LoggerService } from '@backstage/backend-plugin-api';
import { serializeError, toError } from '@backstage/errors';
import {
  Comparison,
  ComparisonMessage,
  ComparisonStage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Response } from 'express';
import { eventStreamHeaders } from './eventStream';
import { ownError } from './ownError';

/** As every backend of Backstage has it (`MiddlewareFactory` of backend-defaults, rootHttpRouter); others are 500. */
const STATUS_CODES: Record<string, number> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  NotImplementedError: 501,
  ServiceUnavailableError: 503,
};

/**
 * Answers with the stages of a comparison as they begin, then with what came of it. Its errors are the last message, since
 * the status has been sent by then.
 */
export async function streamComparison(
  response: Response,
  { logger }: { logger: LoggerService },
  compare: (onStage: (stage: ComparisonStage) => void) => Promise<Comparison>,
): Promise<void> {
  const send = (message: ComparisonMessage) => {
    if (!response.destroyed) {
      response.write(`data: ${JSON.stringify(message)}\n\n`);
    }
  };
  const onStage = (stage: ComparisonStage) => send({ type: 'stage', stage });
  response.writeHead(200, eventStreamHeaders);
  onStage('reading');
  try {
    send({ type: 'comparison', comparison: await compare(onStage) });
  } catch (thrown) {
    const error = toError(ownError(thrown));
    const statusCode = STATUS_CODES[error.name] ?? 500;
    if (statusCode >= 500 && !response.destroyed) {
      logger.error('A comparison failed', error);
    }
    send({
      type: 'failed',
      error: serializeError(error),
      response: { statusCode },
    });
  }
  response.end();
}
