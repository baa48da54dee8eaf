import { HostAnswer, unavailable } from '../askHost';
import { HostFailure } from '../HostResult';
import { retryTime } from '../retryTime';

/** What it means that Gitea (1.2x, `routers/api/v1/repo/pull.go`) answers with something other than a 2xx. */
export function giteaFailure(
  { headers, status }: HostAnswer,
  said: string | undefined,
): HostFailure {
  switch (status) {
    case 401:
      return { outcome: 'unauthorized', because: 'rejected', said };
    case 403:
      return { outcome: 'forbidden', said };
    case 404:
      return { outcome: 'notFound', said };
    case 409:
      return { outcome: 'refused', because: 'exists', said };
    case 422:
      return { outcome: 'refused', because: 'other', said };
    case 423:
      return { outcome: 'refused', because: 'archived', said };
    case 429:
      return {
        outcome: 'rateLimited',
        until: retryTime(headers.get('retry-after')),
        said,
      };
    default:
      return unavailable({ id: 'answeredWith', parameters: { status } }, said);
  }
}
