import {
  HostAccount,
  HostResult,
  HostUnavailable,
  PullRequest,
  PullRequestHost,
  PullRequestReview,
  RepositoryAccess,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-node';
import { z } from 'zod/v4';

/** What the forge calls a change. */
const changeSchema = z
  .object({
    id: z.number(),
    page: z.string().url(),
    title: z.string(),
    text: z.string(),
    state: z.enum(['open', 'merged', 'closed']),
    draft: z.boolean(),
    source: z.string(),
    target: z.string(),
    commit: z.string(),
    created: z.string(),
    ended: z.string().optional(),
  })
  .transform(
    (change): PullRequest => ({
      number: change.id,
      url: change.page,
      title: change.title,
      body: change.text,
      state: change.state,
      draft: change.draft,
      head: { branch: change.source, commit: change.commit },
      base: { branch: change.target },
      createdAt: change.created,
      endedAt: change.ended,
    }),
  );

const reviewSchema = z.object({
  draft: z.boolean(),
  conflicts: z.enum(['yes', 'no', 'unknown']),
  behind: z.boolean(),
  checks: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['pending', 'passed', 'failed']),
      url: z.string().url().optional(),
    }),
  ),
  approvedBy: z.array(z.string()),
  changesRequestedBy: z.array(z.string()),
  awaiting: z.array(z.string()),
});

const labelsSchema = z.object({ labels: z.array(z.string()) });

const accessSchema = z.object({
  write: z.enum(['yes', 'no']),
  archived: z.boolean(),
});

export interface ForgeHostOptions {
  /** Of its pages and repositories: `forge.example.com`. */
  host: string;
  apiBaseUrl: string;
  token: string;
}

/** A forge of one's own, whose pull requests are called changes. */
export class ForgeHost implements PullRequestHost {
  static create(options: ForgeHostOptions): ForgeHost {
    return new ForgeHost(options);
  }

  private constructor(private readonly options: ForgeHostOptions) {}

  get account(): HostAccount {
    return {
      product: 'Forge',
      host: this.options.host,
      integration: 'forge',
      name: { id: 'account', parameters: { integration: 'forge' } },
      adding: { id: 'addToken', parameters: {} },
      replacing: { id: 'replaceToken', parameters: {} },
      needs: { id: 'writeAccess', parameters: {} },
    };
  }

  async find({
    base,
    branches,
    repository,
  }: Parameters<PullRequestHost['find']>[0]): Promise<
    HostResult<PullRequest[]>
  > {
    const query = new URLSearchParams({ target: base });
    branches.forEach(branch => query.append('source', branch));
    return this.ask(
      z.array(changeSchema),
      'GET',
      `${pathOf(repository)}/changes?${query}`,
    );
  }

  async open({
    base,
    body,
    branch,
    draft,
    repository,
    title,
  }: Parameters<PullRequestHost['open']>[0]): Promise<HostResult<PullRequest>> {
    return this.ask(changeSchema, 'POST', `${pathOf(repository)}/changes`, {
      source: branch,
      target: base,
      title,
      text: body,
      draft,
    });
  }

  async update({
    body,
    number,
    repository,
    title,
  }: Parameters<PullRequestHost['update']>[0]): Promise<
    HostResult<PullRequest>
  > {
    const path = changePath(repository, number);
    return this.ask(changeSchema, 'PATCH', path, { title, text: body });
  }

  async close({
    number,
    repository,
  }: Parameters<PullRequestHost['close']>[0]): Promise<
    HostResult<PullRequest>
  > {
    const path = changePath(repository, number);
    return this.ask(changeSchema, 'PATCH', path, { state: 'closed' });
  }

  async addLabels({
    labels,
    number,
    repository,
  }: Parameters<PullRequestHost['addLabels']>[0]): Promise<
    HostResult<string[]>
  > {
    const path = `${changePath(repository, number)}/labels`;
    const added = await this.ask(labelsSchema, 'POST', path, { labels });
    return added.outcome === 'found'
      ? { outcome: 'found', value: added.value.labels }
      : added;
  }

  async requestReviews({
    number,
    repository,
    reviewers: { people, teams },
  }: Parameters<PullRequestHost['requestReviews']>[0]): Promise<
    HostResult<undefined>
  > {
    if (teams.length > 0) {
      return { outcome: 'refused', because: 'noTeams' };
    }
    const path = `${changePath(repository, number)}/reviewers`;
    const asked = await this.ask(z.unknown(), 'POST', path, { people });
    return asked.outcome === 'found'
      ? { outcome: 'found', value: undefined }
      : asked;
  }

  async review({
    pullRequest,
    repository,
  }: Parameters<PullRequestHost['review']>[0]): Promise<
    HostResult<PullRequestReview>
  > {
    const path = `${changePath(repository, pullRequest.number)}/review`;
    return this.ask(reviewSchema, 'GET', path);
  }

  async access({
    repository,
  }: Parameters<PullRequestHost['access']>[0]): Promise<
    HostResult<RepositoryAccess>
  > {
    return this.ask(accessSchema, 'GET', `${pathOf(repository)}/access`);
  }

  private async ask<Schema extends z.ZodType>(
    schema: Schema,
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body?: object,
  ): Promise<HostResult<z.output<Schema>>> {
    let response: Response;
    try {
      response = await fetch(`${this.options.apiBaseUrl}${path}`, {
        method,
        body: body && JSON.stringify(body),
        headers: {
          authorization: `Bearer ${this.options.token}`,
          'content-type': 'application/json',
        },
        // It would take the token along.
        redirect: 'error',
        signal: AbortSignal.timeout(20_000),
      });
    } catch {
      return unavailable({ id: 'unreachable', parameters: {} });
    }
    if (!response.ok) {
      await response.body?.cancel();
      return failureOf(response.status);
    }
    const parsed = schema.safeParse(await response.json());
    return parsed.success
      ? { outcome: 'found', value: parsed.data }
      : unavailable({ id: 'unreadable', parameters: {} });
  }
}

function failureOf(status: number): Exclude<HostResult<never>, 'found'> {
  switch (status) {
    case 401:
      return { outcome: 'unauthorized', because: 'rejected' };
    case 403:
      return { outcome: 'forbidden' };
    case 404:
      return { outcome: 'notFound' };
    case 409:
      return { outcome: 'refused', because: 'exists' };
    case 422:
      return { outcome: 'refused', because: 'branchMissing' };
    default:
      return unavailable({ id: 'answeredWith', parameters: { status } });
  }
}

function unavailable(because: HostUnavailable['because']): HostUnavailable {
  return { outcome: 'unavailable', because };
}

/** `/repositories/platform/gitops`, of the address of a repository. */
function pathOf(repository: string): string {
  return `/repositories${new URL(repository).pathname.replace(/\.git$/, '')}`;
}

function changePath(repository: string, number: number): string {
  return `${pathOf(repository)}/changes/${number}`;
}
