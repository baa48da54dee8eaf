import { z } from 'zod/v4';

/** By one of its URLs, or by the path of those where the host does not say more. */
export type PushedRepository = { url: string } | { path: string };

/** GitHub and Gitea: push, and the making and deleting of branches and tags. */
const githubSchema = z
  .object({
    ref: z.string(),
    repository: z.object({ clone_url: z.string() }),
  })
  .transform(({ repository }) => ({ url: repository.clone_url }));

const gitlabSchema = z
  .object({
    object_kind: z.enum(['push', 'tag_push']),
    project: z.object({ git_http_url: z.string() }),
  })
  .transform(({ project }) => ({ url: project.git_http_url }));

const bitbucketCloudSchema = z
  .object({
    push: z.object({}),
    repository: z.object({
      links: z.object({ html: z.object({ href: z.string() }) }),
    }),
  })
  .transform(({ repository }) => ({ url: repository.links.html.href }));

/** Its older versions name no URL. */
const bitbucketServerSchema = z
  .object({
    eventKey: z.literal('repo:refs_changed'),
    repository: z.object({
      slug: z.string(),
      project: z.object({ key: z.string() }),
    }),
  })
  .transform(({ repository }) => ({
    path: `/scm/${repository.project.key}/${repository.slug}`,
  }));

const azureDevOpsSchema = z
  .object({
    eventType: z.literal('git.push'),
    resource: z.object({ repository: z.object({ remoteUrl: z.string() }) }),
  })
  .transform(({ resource }) => ({ url: resource.repository.remoteUrl }));

const schemas = {
  github: githubSchema,
  gitea: githubSchema,
  gitlab: gitlabSchema,
  bitbucketCloud: bitbucketCloudSchema,
  bitbucketServer: bitbucketServerSchema,
  azureDevOps: azureDevOpsSchema,
};

/** The topics of Backstage's events that Git hosts' webhooks arrive under. */
export const pushTopics = Object.keys(schemas) as (keyof typeof schemas)[];

/**
 * The repository that an event says was pushed to; `undefined` where it says something else. Of an event only its
 * payload counts: between backends nothing else of it is handed on.
 */
export function pushedRepository(
  topic: string,
  payload: unknown,
): PushedRepository | undefined {
  const found = pushTopics.find(each => each === topic);
  const parsed = found && schemas[found].safeParse(payload);
  return parsed?.success ? parsed.data : undefined;
}
