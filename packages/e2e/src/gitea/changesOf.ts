import type { GiteaConnection } from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';

const filesSchema = z.array(
  z.object({
    filename: z.string(),
    status: z.string(),
    additions: z.number(),
    deletions: z.number(),
  }),
);

/** The files that a pull request changes, as Gitea's API tells. */
export async function changesOf(
  { url, token, repository }: GiteaConnection,
  number: number,
): Promise<z.infer<typeof filesSchema>> {
  const response = await fetch(
    `${url}/api/v1/repos/${repository}/pulls/${number}/files`,
    { headers: { authorization: `token ${token}` } },
  );
  return filesSchema.parse(await response.json());
}
