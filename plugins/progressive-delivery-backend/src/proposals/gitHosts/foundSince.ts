import { AnswerSince } from './askSince';
import { FoundSince, PullRequest } from './GitHost';
import { HostResult } from './HostResult';

/**
 * What {@link GitHost.findSince} answers.
 *
 * @param since - whether there may be something new
 * @param find - finds the pull requests where there is, given what the host has answered
 */
export async function foundSince(
  since: HostResult<AnswerSince>,
  find: (body: unknown) => Promise<HostResult<PullRequest[]>>,
): Promise<HostResult<FoundSince>> {
  if (since.outcome !== 'found') {
    return since;
  }
  const { value } = since;
  if (value.state === 'unchanged') {
    return { outcome: 'found', value };
  }
  const found = await find(value.body);
  return found.outcome === 'found'
    ? {
        outcome: 'found',
        value: {
          state: 'changed',
          mark: value.mark,
          pullRequests: found.value,
        },
      }
    : found;
}
