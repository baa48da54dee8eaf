import { askHost, HostAnswer, HostLimits, HostRequest } from './askHost';
import { HostFailure, HostResult } from './HostResult';

/** The answer to a conditional request that nothing has changed. */
const NOT_MODIFIED = 304;

/** What a host answers, if that is no longer what had an ETag. */
export type AnswerSince =
  | { state: 'unchanged' }
  | { state: 'changed'; mark: string | undefined; body: unknown };

/**
 * Asks a host for what it answers with, unless that is still what had an ETag.
 *
 * @param mark - that ETag; `undefined` where there is none yet
 */
export async function askSince(
  request: HostRequest,
  mark: string | undefined,
  {
    failureOf,
    limits,
  }: { limits: HostLimits; failureOf: (answer: HostAnswer) => HostFailure },
): Promise<HostResult<AnswerSince>> {
  const asked = await askHost(
    {
      ...request,
      headers: {
        ...request.headers,
        ...(mark !== undefined && { 'if-none-match': mark }),
      },
    },
    limits,
  );
  if (asked.outcome !== 'answered') {
    return asked;
  }
  const { body, headers, status } = asked.answer;
  switch (status) {
    case NOT_MODIFIED:
      return { outcome: 'found', value: { state: 'unchanged' } };
    case 200:
      return {
        outcome: 'found',
        value: {
          state: 'changed',
          mark: headers.get('etag') ?? undefined,
          body,
        },
      };
    default:
      return failureOf(asked.answer);
  }
}
