import {
  isError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import { problemError } from '@progressive-delivery/engine';
import { ANSWER_SECONDS } from './ClusterProxy';
import { DeadlineError } from './withDeadline';

/** What asking a cluster has failed with, in words for whoever can fix it; what says that itself is left as it is. */
export function clusterUnanswered(cluster: string, error: unknown): unknown {
  if (isError(error) && 'problem' in error) {
    return error;
  }
  return problemError(
    ServiceUnavailableError,
    error instanceof DeadlineError
      ? {
          id: 'clusterTimedOut',
          parameters: { cluster, seconds: ANSWER_SECONDS },
        }
      : {
          id: 'clusterUnreachable',
          parameters: { cluster, message: stringifyError(error) },
        },
    error,
  );
}
