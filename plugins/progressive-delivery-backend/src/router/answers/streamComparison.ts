import { LoggerService } from '@backstage/backend-plugin-api';
import { serializeError, toError } from '@backstage/errors';
import {
  Comparison,
  ComparisonMessage,
  ComparisonStage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Response } from 'express';
import { SIGN_OF_LIFE } from '../../rollouts/stream/EventStream';
import { eventStreamHeaders, HEARTBEAT } from './eventStream';
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

export interface StreamComparisonOptions {
  logger: LoggerService;
  /** Milliseconds. Default: 15,000. */
  heartbeat?: number;
}

/**
 * Answers with the stages of a comparison as they begin, then with what came of it. Its errors are the last message, since
 * the status has been sent by then. It may be compressed on the way: unlike what the cluster says, it can be large.
 */
export async function streamComparison(
  // `flush` is there where something in between compresses.
  response: Response & { flush?: () => void },
  { logger, heartbeat = HEARTBEAT }: StreamComparisonOptions,
  compare: (onStage: (stage: ComparisonStage) => void) => Promise<Comparison>,
): Promise<void> {
  const write = (text: string) => {
    if (!response.destroyed) {
      response.write(text);
      response.flush?.();
    }
  };
  const send = (message: ComparisonMessage) =>
    write(`data: ${JSON.stringify(message)}\n\n`);
  const onStage = (stage: ComparisonStage) => send({ type: 'stage', stage });
  response.writeHead(200, {
    ...eventStreamHeaders,
    'Cache-Control': 'no-cache',
  });
  onStage('reading');
  const beating = setInterval(() => write(SIGN_OF_LIFE), heartbeat);
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
  } finally {
    clearInterval(beating);
  }
  response.end();
}
