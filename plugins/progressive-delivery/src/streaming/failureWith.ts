import { errorSentence } from '../errors/errorSentence';
import { problemOf } from '../errors/problemOf';
import { StreamFailure } from './StreamState';

/** What other tabs are told of an error, which itself cannot be sent. */
export function failureWith(error: Error): StreamFailure {
  return {
    reason: 'failed',
    message: errorSentence(error),
    problem: problemOf(error),
  };
}
