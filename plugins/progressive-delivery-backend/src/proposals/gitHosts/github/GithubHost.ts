import {
  GithubCredentialsProvider,
  GithubIntegrationConfig,
} from '@backstage/integration';
import { z } from 'zod/v4';
import { RepositoryService } from '../../../git/RepositoryService';
import { HostLimits, HOST_LIMITS } from '../askHost';
import {
  FoundSince,
  GitHost,
  HostAccount,
  PullRequest,
  PullRequestReview,
  RepositoryAccess,
} from '../GitHost';
import { foundSince } from '../foundSince';
import { HostResult } from '../HostResult';
import { doneSchema, teamName } from '../reviewers';
import { findPullRequests } from './findPullRequests';
import { GithubApi } from './GithubApi';
import {
  labelsSchema,
  pullRequestSchema,
  repositorySchema,
  reviewSchema,
} from './githubPayloads';
import { publishOnGithub } from './publishOnGithub';
import { REVIEW } from './queries';

const reviewedSchema = z.object({
  repository: z.object({ pullRequest: reviewSchema.nullable() }),
});

export interface GithubHostOptions {
  config: GithubIntegrationConfig;
  credentials: GithubCredentialsProvider;
  repositories: Pick<RepositoryService, 'refresh' | 'treeWith'>;
  limits?: HostLimits;
}

/** GitHub and GitHub Enterprise, as a GitHub App or with a token. Commits are made by its API, so that it signs them. */
export class GithubHost implements GitHost {
  static create(options: GithubHostOptions): GithubHost {
    return new GithubHost(options);
  }

  private readonly api: GithubApi;

  private constructor(private readonly options: GithubHostOptions) {
    const { config, credentials, limits = HOST_LIMITS } = options;
    this.api = GithubApi.create({ config, credentials, limits });
  }

  get account(): HostAccount {
    const { host } = this.options.config;
    const integration = 'integrations.github';
    const permissions = 'contents=write, pull_requests=write';
    const common = { product: 'GitHub', host, integration };
    return this.isApp
      ? {
          ...common,
          name: { id: 'githubApp', parameters: { integration } },
          adding: { id: 'installApp', parameters: {} },
          replacing: { id: 'replacePrivateKey', parameters: {} },
          needs: { id: 'permissions', parameters: { permissions } },
        }
      : {
          ...common,
          name: { id: 'account', parameters: { integration } },
          adding: { id: 'addToken', parameters: {} },
          replacing: { id: 'replaceToken', parameters: {} },
          needs: {
            id: 'writeAccessAndToken',
            parameters: { scope: 'repo', permissions },
          },
        };
  }

  async find(
    search: Parameters<GitHost['find']>[0],
  ): Promise<HostResult<PullRequest[]>> {
    return findPullRequests(this.api, search);
  }

  async findSince({
    mark,
    ...search
  }: Parameters<NonNullable<GitHost['findSince']>>[0]): Promise<
    HostResult<FoundSince>
  > {
    const since = await this.api.restSince(
      search.repository,
      'GET /repos/{owner}/{repo}/pulls',
      {
        mark,
        base: search.base,
        state: 'all',
        sort: 'updated',
        direction: 'desc',
        per_page: 1,
      },
    );
    return foundSince(since, () => this.find(search));
  }

  async publish(
    publication: Parameters<GitHost['publish']>[0],
  ): Promise<HostResult<{ commit: string }>> {
    const { repositories } = this.options;
    return publishOnGithub(publication, { api: this.api, repositories });
  }

  async open({
    base,
    body,
    branch,
    draft,
    repository,
    title,
  }: Parameters<GitHost['open']>[0]): Promise<HostResult<PullRequest>> {
    return this.api.rest(
      pullRequestSchema,
      repository,
      'POST /repos/{owner}/{repo}/pulls',
      { base, head: branch, title, body, draft },
    );
  }

  async addLabels({
    labels,
    number,
    repository,
  }: Parameters<GitHost['addLabels']>[0]): Promise<HostResult<string[]>> {
    return this.api.rest(
      labelsSchema,
      repository,
      'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
      { issue_number: number, labels },
    );
  }

  async requestReviews({
    number,
    repository,
    reviewers: { people, teams },
  }: Parameters<GitHost['requestReviews']>[0]): Promise<HostResult<undefined>> {
    return this.api.rest(
      doneSchema,
      repository,
      'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
      {
        pull_number: number,
        reviewers: people,
        team_reviewers: teams.map(teamName),
      },
    );
  }

  async update({
    body,
    number,
    repository,
    title,
  }: Parameters<GitHost['update']>[0]): Promise<HostResult<PullRequest>> {
    return this.api.rest(
      pullRequestSchema,
      repository,
      'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
      { pull_number: number, title, body },
    );
  }

  async close({
    number,
    repository,
  }: Parameters<GitHost['close']>[0]): Promise<HostResult<PullRequest>> {
    return this.api.rest(
      pullRequestSchema,
      repository,
      'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
      { pull_number: number, state: 'closed' },
    );
  }

  async review({
    pullRequest: { head, number },
    repository,
  }: Parameters<GitHost['review']>[0]): Promise<HostResult<PullRequestReview>> {
    const { owner, name } = this.api.nameOf(repository);
    const result = await this.api.graphql(reviewedSchema, repository, REVIEW, {
      owner,
      name,
      number,
      head: head.branch,
    });
    if (result.outcome !== 'found') {
      return result;
    }
    const { data, failure } = result.value;
    const { pullRequest } = data.repository;
    return pullRequest
      ? { outcome: 'found', value: pullRequest }
      : failure ?? { outcome: 'notFound' };
  }

  async access({
    repository,
  }: Parameters<GitHost['access']>[0]): Promise<HostResult<RepositoryAccess>> {
    const result = await this.api.rest(
      repositorySchema,
      repository,
      'GET /repos/{owner}/{repo}',
    );
    if (result.outcome !== 'found') {
      return result;
    }
    const { archived, permissions } = result.value;
    // What it says of an App is what a user with the App's role could do.
    if (this.isApp || !permissions) {
      return { outcome: 'found', value: { archived, write: 'unknown' } };
    }
    const write = permissions.push ? 'yes' : 'no';
    return { outcome: 'found', value: { archived, write } };
  }

  private get isApp(): boolean {
    return (this.options.config.apps ?? []).length > 0;
  }
}
