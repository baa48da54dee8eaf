import { z } from 'zod/v4';
import { PushedRepository } from '../../git/stores/pushedRepository';

/** GitHub and Gitea: pull requests and their reviews, checks of commits, and statuses of commits. */
const githubSchema = z
  .object({ repository: z.object({ clone_url: z.string() }) })
  .and(
    z.union([
      z.object({ pull_request: z.object({}) }),
      z.object({ check_run: z.object({}) }),
      z.object({ check_suite: z.object({}) }),
      z.object({ sha: z.string(), state: z.string(), context: z.string() }),
    ]),
  )
  .transform(({ repository }) => ({ url: repository.clone_url }));

/** GitLab: merge requests, with their approvals, and pipelines. */
const gitlabSchema = z
  .object({
    object_kind: z.enum(['merge_request', 'pipeline']),
    project: z.object({ git_http_url: z.string() }),
  })
  .transform(({ project }) => ({ url: project.git_http_url }));

const schemas = {
  github: githubSchema,
  gitea: githubSchema,
  gitlab: gitlabSchema,
};

/** The topics of Backstage's events that Git hosts' webhooks arrive under. */
export const pullRequestTopics = Object.keys(
  schemas,
) as (keyof typeof schemas)[];

/**
 * The repository in which an event says that there is something new about a pull request; `undefined` where it says
 * something else. Of an event only its payload counts: between backends nothing else of it is handed on.
 */
export function pullRequestEvent(
  topic: string,
  payload: unknown,
): PushedRepository | undefined {
  const found = pullRequestTopics.find(each => each === topic);
  const parsed = found && schemas[found].safeParse(payload);
  return parsed?.success ? parsed.data : undefined;
}
