import { setTimeout as wait } from 'node:timers/promises';
import { NotFoundError, ResponseError } from '@backstage/errors';
import {
  getGiteaRequestOptions,
  GiteaIntegrationConfig,
} from '@backstage/integration';
import { z } from 'zod/v4';
import { GitHost, HostedCommit, PullRequest } from './GitHost';

const PAGE_SIZE = 50;
const MOST_PAGES = 10;
const REQUEST_MILLISECONDS = 20_000;

const pullRequestSchema = z
  .object({
    number: z.number().int().positive(),
    html_url: z.string().url(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.enum(['open', 'closed']),
    merged: z.boolean(),
    head: z.object({
      ref: z.string(),
      /** The branch, also once it is deleted; `ref` is then `refs/pull/<number>/head`. */
      label: z.string(),
      sha: z.string(),
      repo_id: z.number(),
    }),
    base: z.object({ ref: z.string(), repo_id: z.number() }),
    created_at: z.string(),
  })
  .transform((payload): PullRequest & { fork: boolean } => ({
    // Anybody may name a branch of a fork like one of ours.
    fork: payload.head.repo_id !== payload.base.repo_id,
    number: payload.number,
    url: payload.html_url,
    title: payload.title,
    body: payload.body ?? '',
    state: payload.merged ? 'merged' : payload.state,
    head: {
      branch: payload.head.ref.startsWith('refs/pull/')
        ? payload.head.label
        : payload.head.ref,
      commit: payload.head.sha,
    },
    base: { branch: payload.base.ref },
    createdAt: new Date(payload.created_at).toISOString(),
  }));

const commitSchema = z.object({
  commit: z.object({
    message: z.string(),
    author: z.object({ email: z.string() }),
  }),
});

/** Gitea, and Forgejo, through the pull request API of Gitea 1.2x (`/api/v1`). */
export class GiteaHost implements GitHost {
  static create(options: { config: GiteaIntegrationConfig }): GiteaHost {
    return new GiteaHost(options.config);
  }

  private constructor(private readonly config: GiteaIntegrationConfig) {}

  async find({
    repository,
    base,
    branches,
  }: Parameters<GitHost['find']>[0]): Promise<PullRequest[]> {
    const found: PullRequest[] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const query = new URLSearchParams({
        state: 'all',
        sort: 'newest',
        limit: String(PAGE_SIZE),
        page: String(page),
      });
      const pullRequests = z
        .array(pullRequestSchema)
        .parse(await this.json(`${this.api(repository)}/pulls?${query}`));
      found.push(
        ...pullRequests.filter(
          each =>
            !each.fork &&
            each.base.branch === base &&
            branches.has(each.head.branch),
        ),
      );
      if (pullRequests.length < PAGE_SIZE) {
        break;
      }
    }
    return found.sort((a, b) => b.number - a.number);
  }

  async open({
    repository,
    base,
    branch,
    title,
    body,
  }: Parameters<GitHost['open']>[0]): Promise<PullRequest> {
    const create = async () =>
      pullRequestSchema.parse(
        await this.json(`${this.api(repository)}/pulls`, {
          method: 'POST',
          body: JSON.stringify({ base, head: branch, title, body }),
        }),
      );
    // Right after a push Gitea does not know the branch for a moment and answers 404.
    for (const milliseconds of [200, 400, 800, 1600]) {
      try {
        return await create();
      } catch (error) {
        if (!(error instanceof ResponseError) || error.statusCode !== 404) {
          throw error;
        }
        await wait(milliseconds);
      }
    }
    return create();
  }

  async commit({
    repository,
    commit,
  }: Parameters<GitHost['commit']>[0]): Promise<HostedCommit | undefined> {
    try {
      const payload = commitSchema.parse(
        await this.json(
          `${this.api(repository)}/git/commits/${encodeURIComponent(
            commit,
          )}?stat=false&verification=false&files=false`,
        ),
      );
      return {
        authorEmail: payload.commit.author.email,
        message: payload.commit.message,
      };
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 404) {
        return undefined;
      }
      throw error;
    }
  }

  private api(repository: string): string {
    const base = (this.config.baseUrl ?? `https://${this.config.host}`).replace(
      /\/+$/,
      '',
    );
    const path = repository.startsWith(`${base}/`)
      ? repository.slice(base.length + 1)
      : new URL(repository).pathname.slice(1);
    const [owner, name, ...rest] = path.replace(/\.git$/, '').split('/');
    if (!owner || !name || rest.length > 0) {
      throw new NotFoundError(
        `${repository} is not the address of a repository at the Gitea of ${this.config.host}: expected ${base}/<owner>/<name>.git`,
      );
    }
    return `${base}/api/v1/repos/${encodeURIComponent(
      owner,
    )}/${encodeURIComponent(name)}`;
  }

  private async json(url: string, init: RequestInit = {}): Promise<unknown> {
    const response = await fetch(url, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(REQUEST_MILLISECONDS),
      headers: {
        ...getGiteaRequestOptions(this.config).headers,
        Accept: 'application/json',
        ...(init.body ? { 'Content-Type': 'application/json' } : {}),
      },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
