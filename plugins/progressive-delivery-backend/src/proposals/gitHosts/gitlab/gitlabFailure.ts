import {
  ContentOf,
  NeededAccess,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import { HostAnswer, unavailable } from '../askHost';
import { HostFailure, Refusal } from '../HostResult';
import { resetTime, retryTime } from '../retryTime';
import { saidBy } from '../saidBy';

const textsSchema = z.union([z.string(), z.array(z.string())]);

/** A text, texts, or texts by the field that they are about; in the words of OAuth where the token is not enough. */
const errorSchema = z.object({
  message: z.union([textsSchema, z.record(z.string(), textsSchema)]).optional(),
  error: z.string().optional(),
  error_description: z.string().optional(),
  scope: z.string().optional(),
});

/** What it means that GitLab's REST API answers with something other than a 2xx. */
export function gitlabFailure(
  { body, headers, status }: HostAnswer,
  token: string | undefined,
): HostFailure {
  const error = errorSchema.safeParse(body).data ?? {};
  const said = saidBy({ message: words(error) }, [token]);
  switch (status) {
    case 401:
      return { outcome: 'unauthorized', because: 'rejected', said };
    case 403:
      // A secondary site, or one under maintenance.
      return /read-only/i.test(said ?? '')
        ? unavailable({ id: 'readOnly', parameters: {} }, said)
        : { outcome: 'forbidden', needs: neededScope(error), said };
    case 404:
      return { outcome: 'notFound', said };
    case 400:
    case 409:
    case 422:
      return { outcome: 'refused', because: because(error, said), said };
    case 429: {
      const retryAfter = headers.get('retry-after');
      const reset = headers.get('ratelimit-reset');
      const until =
        retryAfter === null && reset !== null
          ? resetTime(reset)
          : retryTime(retryAfter);
      return { outcome: 'rateLimited', until, said };
    }
    default:
      return unavailable({ id: 'answeredWith', parameters: { status } }, said);
  }
}

function words(error: z.output<typeof errorSchema>): string | undefined {
  const { message = error.error_description ?? error.error } = error;
  if (message === undefined || typeof message === 'string') {
    return message;
  }
  return Array.isArray(message)
    ? message.join('; ')
    : Object.entries(message)
        .map(([field, texts]) => `${field} ${[texts].flat().join(', ')}`)
        .join('; ');
}

function neededScope({
  error,
  scope,
}: z.output<typeof errorSchema>): ContentOf<NeededAccess> | undefined {
  return error === 'insufficient_scope' &&
    scope &&
    /^[a-z_ ]{1,100}$/.test(scope)
    ? { id: 'tokenScope', parameters: { scope } }
    : undefined;
}

function because(
  { message }: z.output<typeof errorSchema>,
  said: string | undefined,
): Refusal {
  if (/open merge request already exists/i.test(said ?? '')) {
    return 'exists';
  }
  const isAboutBranch =
    typeof message === 'object' && 'source_branch' in message;
  return isAboutBranch && /does not exist/i.test(said ?? '')
    ? 'branchMissing'
    : 'other';
}
