import { cannotPreview } from '../cannotPreview';
import { WorkerPoolError } from './WorkerPool';

/**
 * What the error of a thread that read a file means: that the file takes more than it may, or what went wrong.
 *
 * @param file - or what else was read, as errors name it
 */
export function cannotRead(error: unknown, file: string): unknown {
  if (!(error instanceof WorkerPoolError)) {
    return error;
  }
  const { reason } = error;
  switch (reason.kind) {
    case 'timeout':
      return cannotPreview({
        id: 'readingTimedOut',
        parameters: { file, seconds: reason.milliseconds / 1000 },
      });
    case 'memory':
      return cannotPreview({
        id: 'readingOutOfMemory',
        parameters: { file, mebibytes: reason.bytes / 1024 / 1024 },
      });
    case 'failed':
      return error;
    default:
      return reason satisfies never;
  }
}
