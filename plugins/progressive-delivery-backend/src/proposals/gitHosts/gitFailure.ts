import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { PushRefusedError } from '../../git/command/PushRefusedError';
import { unavailable } from './askHost';
import { HostFailure } from './HostResult';

/**
 * What it means that Git could not read or push to a repository of a host.
 *
 * @throws what has nothing to do with the host
 */
export function gitFailure(error: unknown): HostFailure {
  if (error instanceof PushRefusedError) {
    return refused(error);
  }
  if (error instanceof NotAllowedError) {
    return { outcome: 'forbidden', said: error.message };
  }
  if (error instanceof NotFoundError) {
    return { outcome: 'notFound', said: error.message };
  }
  if (error instanceof ServiceUnavailableError) {
    return unavailable({ id: 'unusableByGit', parameters: {} }, error.message);
  }
  throw error;
}

function refused({ because, said }: PushRefusedError): HostFailure {
  switch (because) {
    case 'unauthorized':
      return { outcome: 'unauthorized', because: 'rejected', said };
    case 'forbidden':
      return { outcome: 'forbidden', said };
    case 'archived':
    case 'branchMoved':
    case 'rule':
    case 'unsigned':
      return { outcome: 'refused', because, said };
    default:
      return because satisfies never;
  }
}
