import { GitLabIntegrationConfig } from '@backstage/integration';
import {
  createRequesterFn,
  FormattedResponse,
  RequestOptions,
} from '@gitbeaker/requester-utils';
import { Commits, MergeRequests, Projects } from '@gitbeaker/rest';
import { z } from 'zod/v4';
import { askHost, HostLimits, UNREADABLE } from '../askHost';
import { AnswerSince, askSince } from '../askSince';
import { HostFailure, HostResult } from '../HostResult';
import { repositoryPath } from '../repositoryName';
import { gitlabFailure } from './gitlabFailure';

/** The parts of GitLab's REST API that we ask. */
export interface GitlabResources {
  commits: Commits;
  mergeRequests: MergeRequests;
  projects: Projects;
}

const objectSchema = z.record(z.string(), z.unknown());
const answerSchema = z.union([z.array(objectSchema), objectSchema]);

/** Ends a call of the client, which gives values only. */
class Unanswered extends Error {
  constructor(readonly failure: HostFailure) {
    super(failure.outcome);
  }
}

/** Asks the REST API of gitlab.com or of one self-managed GitLab, with the token of the integration. */
export class GitlabApi {
  static create(options: {
    config: GitLabIntegrationConfig;
    limits: HostLimits;
  }): GitlabApi {
    return new GitlabApi(options.config, options.limits);
  }

  private readonly resources: GitlabResources;

  private constructor(
    private readonly config: GitLabIntegrationConfig,
    private readonly limits: HostLimits,
  ) {
    const options = {
      oauthToken: config.token ?? '',
      // The client's own would count nothing of what other processes ask, and retry for minutes.
      requesterFn: createRequesterFn(
        async (_, request) => request,
        (endpoint, request) => this.request(endpoint, request ?? {}),
      ),
      rateLimits: {},
      queryTimeout: 0,
    };
    this.resources = {
      commits: new Commits(options),
      mergeRequests: new MergeRequests(options),
      projects: new Projects(options),
    };
  }

  /**
   * Asks something about a project.
   *
   * @param ask - is given the project's path, with all its groups
   * @throws NotFoundError where the repository's address is none of that GitLab
   */
  async ask<Schema extends z.ZodType>(
    schema: Schema,
    repository: string,
    ask: (resources: GitlabResources, project: string) => Promise<unknown>,
  ): Promise<HostResult<z.output<Schema>>> {
    const project = this.projectOf(repository);
    if (!this.config.token) {
      return { outcome: 'unauthorized', because: 'missing' };
    }
    let answer: unknown;
    try {
      answer = await ask(this.resources, project);
    } catch (error) {
      if (error instanceof Unanswered) {
        return error.failure;
      }
      throw error;
    }
    const parsed = schema.safeParse(answer);
    return parsed.success
      ? { outcome: 'found', value: parsed.data }
      : UNREADABLE;
  }

  /**
   * Asks for something below a project, unless it is still what had an ETag: the client has no conditional requests.
   *
   * @throws NotFoundError as {@link GitlabApi.ask}
   */
  async askSince(
    repository: string,
    path: string,
    mark: string | undefined,
  ): Promise<HostResult<AnswerSince>> {
    const { token } = this.config;
    const project = encodeURIComponent(this.projectOf(repository));
    if (!token) {
      return { outcome: 'unauthorized', because: 'missing' };
    }
    return askSince(
      {
        method: 'GET',
        url: this.urlOf(`projects/${project}${path}`),
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
        },
      },
      mark,
      {
        limits: this.limits,
        failureOf: answer => gitlabFailure(answer, token),
      },
    );
  }

  private projectOf(repository: string): string {
    return repositoryPath(repository, {
      baseUrl: this.config.baseUrl,
      product: 'GitLab',
      form: '<group>/<project>',
    }).join('/');
  }

  private urlOf(endpoint: string): string {
    return `${this.config.apiBaseUrl.replace(/\/+$/, '')}/${endpoint}`;
  }

  /** What the client lets us send. */
  private async request(
    endpoint: string,
    { body, headers = {}, method = 'GET', searchParams }: RequestOptions,
  ): Promise<FormattedResponse> {
    const asked = await askHost(
      {
        method,
        url: this.urlOf(
          searchParams ? `${endpoint}?${searchParams}` : endpoint,
        ),
        headers: { ...headers, accept: 'application/json' },
        body: typeof body === 'string' ? body : undefined,
      },
      this.limits,
    );
    if (asked.outcome !== 'answered') {
      throw new Unanswered(asked);
    }
    const { answer } = asked;
    if (answer.status < 200 || answer.status > 299) {
      throw new Unanswered(gitlabFailure(answer, this.config.token));
    }
    const parsed = answerSchema.safeParse(answer.body);
    if (!parsed.success) {
      throw new Unanswered(UNREADABLE);
    }
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: parsed.data,
    };
  }
}
