import { GitLabIntegrationConfig } from '@backstage/integration';
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
import { HostResult } from '../HostResult';
import { openPublished } from '../openPublished';
import { publishByPush } from '../publishByPush';
import { findMergeRequests, findMergeRequestsSince } from './findMergeRequests';
import { GitlabApi } from './GitlabApi';
import {
  labelsSchema,
  mergeRequestSchema,
  projectSchema,
} from './gitlabPayloads';
import { requestReviews } from './requestReviews';
import { reviewOf } from './reviewOf';

/** What GitLab tells a draft by. */
const DRAFT = 'Draft: ';

export interface GitlabHostOptions {
  config: GitLabIntegrationConfig;
  repositories: Pick<RepositoryService, 'publish'>;
  limits?: HostLimits;
}

/**
 * gitlab.com and self-managed GitLab. Commits are pushed: GitLab's API for commits moves a branch wherever it is, a push
 * only if it is where it was seen.
 */
export class GitlabHost implements GitHost {
  static create(options: GitlabHostOptions): GitlabHost {
    return new GitlabHost(options);
  }

  private readonly api: GitlabApi;

  private constructor(private readonly options: GitlabHostOptions) {
    const { config, limits = HOST_LIMITS } = options;
    this.api = GitlabApi.create({ config, limits });
  }

  get account(): HostAccount {
    return {
      product: 'GitLab',
      host: this.options.config.host,
      integration: 'integrations.gitlab',
      name: {
        id: 'account',
        parameters: { integration: 'integrations.gitlab' },
      },
      adding: { id: 'addToken', parameters: {} },
      replacing: { id: 'replaceToken', parameters: {} },
      needs: {
        id: 'roleAndScope',
        parameters: { role: 'Developer', scope: 'api' },
      },
    };
  }

  async find(
    search: Parameters<GitHost['find']>[0],
  ): Promise<HostResult<PullRequest[]>> {
    return findMergeRequests(this.api, search);
  }

  async findSince(
    search: Parameters<NonNullable<GitHost['findSince']>>[0],
  ): Promise<HostResult<FoundSince>> {
    return findMergeRequestsSince(this.api, search);
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
    const opened = await openPublished(
      () =>
        this.one(repository, ({ mergeRequests }, project) =>
          mergeRequests.create(
            project,
            branch,
            base,
            draft ? `${DRAFT}${title}` : title,
            { description: body },
          ),
        ),
      result =>
        result.outcome === 'refused' && result.because === 'branchMissing',
    );
    // It says no more than 403 of a project that is archived.
    return opened.outcome === 'forbidden' && (await this.isArchived(repository))
      ? { outcome: 'refused', because: 'archived', said: opened.said }
      : opened;
  }

  async addLabels({
    labels,
    number,
    repository,
  }: Parameters<GitHost['addLabels']>[0]): Promise<HostResult<string[]>> {
    return this.api.ask(
      labelsSchema,
      repository,
      ({ mergeRequests }, project) =>
        mergeRequests.edit(project, number, { addLabels: labels.join(',') }),
    );
  }

  async requestReviews(
    request: Parameters<GitHost['requestReviews']>[0],
  ): Promise<HostResult<undefined>> {
    return requestReviews(this.api, request);
  }

  async update({
    body,
    number,
    repository,
    title,
  }: Parameters<GitHost['update']>[0]): Promise<HostResult<PullRequest>> {
    return this.one(repository, ({ mergeRequests }, project) =>
      mergeRequests.edit(project, number, { title, description: body }),
    );
  }

  async close({
    number,
    repository,
  }: Parameters<GitHost['close']>[0]): Promise<HostResult<PullRequest>> {
    return this.one(repository, ({ mergeRequests }, project) =>
      mergeRequests.edit(project, number, { stateEvent: 'close' }),
    );
  }

  async review(
    question: Parameters<GitHost['review']>[0],
  ): Promise<HostResult<PullRequestReview>> {
    return reviewOf(this.api, question);
  }

  async access({
    repository,
  }: Parameters<GitHost['access']>[0]): Promise<HostResult<RepositoryAccess>> {
    return this.api.ask(projectSchema, repository, ({ projects }, project) =>
      projects.show(project),
    );
  }

  /** Asks something that is answered with one merge request. */
  private async one(
    repository: string,
    ask: Parameters<GitlabApi['ask']>[2],
  ): Promise<HostResult<PullRequest>> {
    const result = await this.api.ask(mergeRequestSchema, repository, ask);
    if (result.outcome !== 'found') {
      return result;
    }
    return result.value
      ? { outcome: 'found', value: result.value }
      : { outcome: 'refused', because: 'branchMissing' };
  }

  private async isArchived(repository: string): Promise<boolean> {
    const access = await this.access({ repository });
    return access.outcome === 'found' && access.value.archived;
  }
}
