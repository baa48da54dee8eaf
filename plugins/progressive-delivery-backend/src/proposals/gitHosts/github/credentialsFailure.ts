import { visibleText } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import { DeadlineError } from '../../../clusters/withDeadline';
import { unavailable } from '../askHost';
import { HostFailure } from '../HostResult';
import { saidBy } from '../saidBy';
import { githubFailure } from './githubFailure';

/** An error of Octokit, with GitHub's answer where there was one. */
const requestErrorSchema = z.object({
  status: z.number(),
  response: z
    .object({
      headers: z.record(z.string(), z.coerce.string()),
      data: z.unknown(),
    })
    .optional(),
});

/** What it means that `@backstage/integration` got no token of a GitHub App. */
export function credentialsFailure(error: unknown): HostFailure {
  if (error instanceof DeadlineError) {
    return unavailable({ id: 'appTokenLate', parameters: {} });
  }
  const { data } = requestErrorSchema.safeParse(error);
  if (!data) {
    // It says for which organization or repository the App is not installed.
    const said =
      error instanceof Error ? visibleText(error.message) : undefined;
    return { outcome: 'unauthorized', because: 'missing', said };
  }
  const { response, status } = data;
  return response
    ? githubFailure(
        {
          status,
          headers: new Headers(response.headers),
          body: response.data,
        },
        saidBy(response.data, []),
      )
    : unavailable({ id: 'appTokenUnreachable', parameters: {} });
}
