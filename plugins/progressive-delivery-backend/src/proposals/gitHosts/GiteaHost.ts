import { setTimeout as wait } from 'node:timers/promises';
import { NotFoundError } from '@backstage/errors';
import {
  getGiteaRequestOptions,
  GiteaIntegrationConfig,
} from '@backstage/integration';
import { z } from 'zod/v4';
import { otherServiceError } from '../../errors/otherServiceError';
import { giteaRefusal } from './giteaRefusal';
import { GitHost, HostedCommit, PullRequest } from './GitHost';

const PAGE_SIZE = 50;
const MOST_PAGES = 10;
const REQUEST_MILLISECONDS = 20_000;

function toIso(time: string): string;
function toIso(time: string | null | undefined): string | undefined;
function toIso(time: string | null | undefined): string | undefined {
  return time ? new Date(time).toISOString() : undefined;
}

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
    merged_at: z.string().nullish(),
    closed_at: z.string().nullish(),
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
    createdAt: toIso(payload.created_at),
    endedAt: toIso(payload.merged_at ?? payload.closed_at),
  }));

const commitSchema = z.object({
  commit: z.object({
    message: z.string(),
    tree: z.object({ sha: z.string() }),
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
      const pullRequests = await this.read(
        z.array(pullRequestSchema),
        repository,
        { action: 'list pull requests', path: `/pulls?${query}` },
      );
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
    const request = {
      action: 'open a pull request',
      path: '/pulls',
      body: { base, head: branch, title, body },
    };
    // Right after a push Gitea does not know the branch for a moment and answers 404.
    for (const milliseconds of [200, 400, 800, 1600]) {
      const answer = await this.ask(repository, request);
      if (answer.status !== 404) {
        return this.accept(pullRequestSchema, repository, request, answer);
      }
      await wait(milliseconds);
    }
    return this.read(pullRequestSchema, repository, request);
  }

  async commit({
    repository,
    commit,
  }: Parameters<GitHost['commit']>[0]): Promise<HostedCommit | undefined> {
    const request = {
      action: 'read a commit',
      path: `/git/commits/${encodeURIComponent(
        commit,
      )}?stat=false&verification=false&files=false`,
    };
    const answer = await this.ask(repository, request);
    if (answer.status === 404) {
      return undefined;
    }
    const {
      commit: { message, tree },
    } = this.accept(commitSchema, repository, request, answer);
    return { message, tree: tree.sha };
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

  private async read<Schema extends z.ZodType>(
    schema: Schema,
    repository: string,
    request: GiteaRequest,
  ): Promise<z.output<Schema>> {
    const answer = await this.ask(repository, request);
    return this.accept(schema, repository, request, answer);
  }

  private accept<Schema extends z.ZodType>(
    schema: Schema,
    repository: string,
    { action }: GiteaRequest,
    { status, body }: GiteaAnswer,
  ): z.output<Schema> {
    const { host, username } = this.config;
    if (status < 200 || status > 299) {
      throw giteaRefusal({ host, username, repository, action, status, body });
    }
    const parsed = schema.safeParse(body);
    if (!parsed.success) {
      throw otherServiceError(
        `Gitea at ${host} answered with something else when asked to ${action} in ${repository}`,
        parsed.error,
      );
    }
    return parsed.data;
  }

  private async ask(
    repository: string,
    { action, path, body }: GiteaRequest,
  ): Promise<GiteaAnswer> {
    const url = `${this.api(repository)}${path}`;
    try {
      const response = await fetch(url, {
        method: body ? 'POST' : 'GET',
        body: body && JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(REQUEST_MILLISECONDS),
        headers: {
          ...getGiteaRequestOptions(this.config).headers,
          Accept: 'application/json',
          ...(body ? { 'Content-Type': 'application/json' } : {}),
        },
      });
      const text = await response.text();
      return { status: response.status, body: fromJson(text) };
    } catch (error) {
      throw otherServiceError(
        `Gitea at ${this.config.host} did not answer when asked to ${action} in ${repository}`,
        error,
      );
    }
  }
}

interface GiteaRequest {
  /** What it does, as in "may not open a pull request". */
  action: string;
  /** Below the repository's own. */
  path: string;
  /** Of a POST. */
  body?: object;
}

interface GiteaAnswer {
  status: number;
  /** The text where it is not JSON, as that of a proxy in between. */
  body: unknown;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
