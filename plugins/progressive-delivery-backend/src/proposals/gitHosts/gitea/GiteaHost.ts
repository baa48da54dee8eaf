import { GiteaIntegrationConfig } from '@backstage/integration';
import { z } from 'zod/v4';
import { RepositoryService } from '../../../git/RepositoryService';
import { HostLimits, HOST_LIMITS } from '../askHost';
import {
  GitHost,
  HostAccount,
  PullRequest,
  PullRequestReview,
  RepositoryAccess,
} from '../GitHost';
import { HostResult } from '../HostResult';
import { openPublished } from '../openPublished';
import { publishByPush } from '../publishByPush';
import { doneSchema, teamName } from '../reviewers';
import { findPullRequests } from './findPullRequests';
import { GiteaApi } from './GiteaApi';
import {
  labelsSchema,
  pullRequestSchema,
  repositorySchema,
  reviewedPullRequestSchema,
  reviewsSchema,
  statusesSchema,
} from './giteaPayloads';

/** What Gitea tells a draft by, with its default configuration (`repository.pull-request.WORK_IN_PROGRESS_PREFIXES`). */
const DRAFT = 'WIP: ';

export interface GiteaHostOptions {
  config: GiteaIntegrationConfig;
  repositories: Pick<RepositoryService, 'publish'>;
  limits?: HostLimits;
}

/** Gitea, and Forgejo, through the pull request API of Gitea 1.2x (`/api/v1`). Commits are pushed. */
export class GiteaHost implements GitHost {
  static create(options: GiteaHostOptions): GiteaHost {
    return new GiteaHost(options);
  }

  private readonly api: GiteaApi;

  private constructor(private readonly options: GiteaHostOptions) {
    const { config, limits = HOST_LIMITS } = options;
    this.api = GiteaApi.create({ config, limits });
  }

  get account(): HostAccount {
    const { host, username } = this.options.config;
    const integration = 'integrations.gitea';
    return {
      product: 'Gitea',
      host,
      integration,
      name: username
        ? { id: 'namedAccount', parameters: { name: username, integration } }
        : { id: 'account', parameters: { integration } },
      adding: { id: 'addTokenAsPassword', parameters: {} },
      replacing: { id: 'replaceTokenOrPassword', parameters: {} },
      needs: {
        id: 'writeAccessAndScope',
        parameters: { scope: 'write:repository' },
      },
    };
  }

  async find(
    search: Parameters<GitHost['find']>[0],
  ): Promise<HostResult<PullRequest[]>> {
    return findPullRequests(this.api, search);
  }

  async publish(
    publication: Parameters<GitHost['publish']>[0],
  ): Promise<HostResult<{ commit: string }>> {
    return publishByPush(this.options.repositories, publication);
  }

  async open({
    base,
    body,
    branch,
    draft,
    repository,
    title,
  }: Parameters<GitHost['open']>[0]): Promise<HostResult<PullRequest>> {
    // Gitea answers with 404 where it does not know the branch.
    const opened = await openPublished(
      () =>
        this.api.ask(pullRequestSchema, repository, {
          method: 'POST',
          path: '/pulls',
          body: {
            base,
            head: branch,
            title: draft ? `${DRAFT}${title}` : title,
            body,
          },
        }),
      ({ outcome }) => outcome === 'notFound',
    );
    return opened.outcome === 'notFound' &&
      (await this.isMissing(repository, branch))
      ? { outcome: 'refused', because: 'branchMissing', said: opened.said }
      : opened;
  }

  async addLabels({
    labels,
    number,
    repository,
  }: Parameters<GitHost['addLabels']>[0]): Promise<HostResult<string[]>> {
    return this.api.ask(labelsSchema, repository, {
      method: 'POST',
      path: `/issues/${number}/labels`,
      body: { labels },
    });
  }

  async requestReviews({
    number,
    repository,
    reviewers: { people, teams },
  }: Parameters<GitHost['requestReviews']>[0]): Promise<HostResult<undefined>> {
    return this.api.ask(doneSchema, repository, {
      method: 'POST',
      path: `/pulls/${number}/requested_reviewers`,
      body: { reviewers: people, team_reviewers: teams.map(teamName) },
    });
  }

  async update({
    body,
    number,
    repository,
    title,
  }: Parameters<GitHost['update']>[0]): Promise<HostResult<PullRequest>> {
    return this.api.ask(pullRequestSchema, repository, {
      method: 'PATCH',
      path: `/pulls/${number}`,
      body: { title, body },
    });
  }

  async close({
    number,
    repository,
  }: Parameters<GitHost['close']>[0]): Promise<HostResult<PullRequest>> {
    return this.api.ask(pullRequestSchema, repository, {
      method: 'PATCH',
      path: `/pulls/${number}`,
      body: { state: 'closed' },
    });
  }

  async review({
    pullRequest: { head, number },
    repository,
  }: Parameters<GitHost['review']>[0]): Promise<HostResult<PullRequestReview>> {
    const [itself, reviews, checks] = await Promise.all([
      this.api.ask(reviewedPullRequestSchema, repository, {
        path: `/pulls/${number}`,
      }),
      this.api.ask(reviewsSchema, repository, {
        path: `/pulls/${number}/reviews?limit=50`,
      }),
      this.api.ask(statusesSchema, repository, {
        path: `/commits/${encodeURIComponent(head.commit)}/status?limit=50`,
      }),
    ]);
    if (itself.outcome !== 'found') {
      return itself;
    }
    if (reviews.outcome !== 'found') {
      return reviews;
    }
    if (checks.outcome !== 'found') {
      return checks;
    }
    const { requested, ...rest } = itself.value;
    const { approvedBy, changesRequestedBy } = reviews.value;
    return {
      outcome: 'found',
      value: {
        ...rest,
        checks: checks.value,
        approvedBy,
        changesRequestedBy,
        // Gitea goes on to name those who have answered.
        awaiting: requested.filter(
          name => ![...approvedBy, ...changesRequestedBy].includes(name),
        ),
      },
    };
  }

  async access({
    repository,
  }: Parameters<GitHost['access']>[0]): Promise<HostResult<RepositoryAccess>> {
    return this.api.ask(repositorySchema, repository, { path: '' });
  }

  /** Whether the repository answers and has no such branch. */
  private async isMissing(
    repository: string,
    branch: string,
  ): Promise<boolean> {
    const path = branch.split('/').map(encodeURIComponent).join('/');
    const [asked, there] = await Promise.all([
      this.api.ask(z.unknown(), repository, { path: `/branches/${path}` }),
      this.access({ repository }),
    ]);
    return asked.outcome === 'notFound' && there.outcome === 'found';
  }
}
