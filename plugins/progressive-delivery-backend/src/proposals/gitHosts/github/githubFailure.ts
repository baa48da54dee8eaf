import {
  ContentOf,
  NeededAccess,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import { HostAnswer, unavailable } from '../askHost';
import { HostFailure, Refusal } from '../HostResult';
import { resetTime, retryTime } from '../retryTime';

const invalidFieldsSchema = z.object({
  errors: z.array(
    z.object({ field: z.string().optional(), code: z.string().optional() }),
  ),
});

/** What it means that GitHub's REST API answers with something other than a 2xx. */
export function githubFailure(
  answer: HostAnswer,
  said: string | undefined,
): HostFailure {
  const { headers, status } = answer;
  const limited = rateLimit(answer, said);
  if (limited) {
    return limited;
  }
  switch (status) {
    case 401:
      return { outcome: 'unauthorized', because: 'rejected', said };
    case 403:
      return isArchived(said)
        ? { outcome: 'refused', because: 'archived', said }
        : { outcome: 'forbidden', needs: neededPermissions(headers), said };
    case 404:
    case 410:
      return { outcome: 'notFound', said };
    case 409:
    case 422:
      return {
        outcome: 'refused',
        because: because(answer.body, said),
        said,
      };
    default:
      return unavailable({ id: 'answeredWith', parameters: { status } }, said);
  }
}

/** An error of GraphQL, as far as GitHub says what it is. */
export interface GraphqlError {
  type?: string;
  message: string;
}

/** What errors of GitHub's GraphQL API mean, which come with status 200. */
export function graphqlFailure(
  answer: HostAnswer,
  errors: GraphqlError[],
  said: string | undefined,
): HostFailure {
  const types = new Set(errors.map(({ type }) => type));
  if (types.has('RATE_LIMITED') || types.has('RATE_LIMIT')) {
    return {
      outcome: 'rateLimited',
      until: resetTime(answer.headers.get('x-ratelimit-reset')),
      said,
    };
  }
  const limited = rateLimit(answer, said);
  if (limited) {
    return limited;
  }
  if (isArchived(said)) {
    return { outcome: 'refused', because: 'archived', said };
  }
  const rule = ruleRefusal(said);
  if (rule) {
    return { outcome: 'refused', because: rule, said };
  }
  if (types.has('STALE_DATA')) {
    return { outcome: 'refused', because: 'branchMoved', said };
  }
  if (types.has('FORBIDDEN') || types.has('INSUFFICIENT_SCOPES')) {
    return { outcome: 'forbidden', said };
  }
  if (types.has('NOT_FOUND')) {
    return { outcome: 'notFound', said };
  }
  // Timeouts and faults of GitHub's own have no type.
  return errors.every(({ type }) => type === undefined)
    ? unavailable({ id: 'failed', parameters: {} }, said)
    : { outcome: 'refused', because: 'other', said };
}

/**
 * Both limits answer with 403 or 429. The primary one says when it is lifted; the secondary one says how long to wait,
 * or neither: then it is a minute.
 */
function rateLimit(
  { headers, status }: HostAnswer,
  said: string | undefined,
): HostFailure | undefined {
  const retryAfter = headers.get('retry-after');
  const secondary = /secondary rate limit|abuse detection/i.test(said ?? '');
  if (status !== 403 && status !== 429 && !secondary) {
    return undefined;
  }
  if (retryAfter !== null || secondary) {
    return { outcome: 'rateLimited', until: retryTime(retryAfter), said };
  }
  if (headers.get('x-ratelimit-remaining') === '0' || status === 429) {
    const until = resetTime(headers.get('x-ratelimit-reset'));
    return { outcome: 'rateLimited', until, said };
  }
  return undefined;
}

/** Of rulesets, and of the branch protection that was before them. */
function ruleRefusal(said: string | undefined): Refusal | undefined {
  if (!/rule violations|protected branch/i.test(said ?? '')) {
    return undefined;
  }
  return /verified signatures/i.test(said ?? '') ? 'unsigned' : 'rule';
}

function isArchived(said: string | undefined): boolean {
  return /archived/i.test(said ?? '');
}

/** What GitHub says would have been accepted: `contents=write`. */
function neededPermissions(
  headers: Headers,
): ContentOf<NeededAccess> | undefined {
  const permissions = headers.get('x-accepted-github-permissions');
  return permissions && /^[a-z_=;, ]{1,200}$/.test(permissions)
    ? { id: 'permissions', parameters: { permissions } }
    : undefined;
}

function because(body: unknown, said: string | undefined): Refusal {
  if (/No commits between/i.test(said ?? '')) {
    return 'noCommits';
  }
  if (/pull request already exists/i.test(said ?? '')) {
    return 'exists';
  }
  if (/Draft pull requests are not supported/i.test(said ?? '')) {
    return 'noDrafts';
  }
  return isInvalidHead(body) ? 'branchMissing' : 'other';
}

function isInvalidHead(body: unknown): boolean {
  const parsed = invalidFieldsSchema.safeParse(body);
  return (
    parsed.success &&
    parsed.data.errors.some(
      ({ code, field }) => field === 'head' && code === 'invalid',
    )
  );
}
