import {
  GithubCredentialsProvider,
  GithubIntegrationConfig,
} from '@backstage/integration';
import { endpoint } from '@octokit/endpoint';
import { z } from 'zod/v4';
import { withDeadline } from '../../../clusters/withDeadline';
import {
  Asked,
  askHost,
  HostLimits,
  HostRequest,
  UNREADABLE,
} from '../askHost';
import { AnswerSince, askSince } from '../askSince';
import { HostFailure, HostResult } from '../HostResult';
import { RepositoryName, repositoryName } from '../repositoryName';
import { saidBy } from '../saidBy';
import { credentialsFailure } from './credentialsFailure';
import { githubFailure, graphqlFailure } from './githubFailure';

export interface GithubApiOptions {
  config: GithubIntegrationConfig;
  credentials: GithubCredentialsProvider;
  limits: HostLimits;
}

const graphqlSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ type: z.string().optional(), message: z.string() }))
    .optional(),
});

/** What a mutation or query gave, and what of it failed. */
export interface GraphqlAnswer<T> {
  data: T;
  failure?: HostFailure;
}

/** Asks the REST and GraphQL APIs of GitHub, or of one GitHub Enterprise, with the credentials of the integration. */
export class GithubApi {
  static create(options: GithubApiOptions): GithubApi {
    return new GithubApi(options);
  }

  private constructor(private readonly options: GithubApiOptions) {}

  /** @throws NotFoundError where the repository's address is none of that GitHub */
  nameOf(repository: string): RepositoryName {
    return repositoryName(repository, {
      baseUrl: `https://${this.options.config.host}`,
      product: 'GitHub',
    });
  }

  /**
   * Asks an operation of the REST API.
   *
   * @param route - such as `GET /repos/{owner}/{repo}`; the placeholders of the repository are filled in
   */
  async rest<Schema extends z.ZodType>(
    schema: Schema,
    repository: string,
    route: string,
    parameters: Record<string, unknown> = {},
  ): Promise<HostResult<z.output<Schema>>> {
    const { name, owner } = this.nameOf(repository);
    const token = await this.token(repository);
    if (token.outcome !== 'found') {
      return token;
    }
    const request = endpoint(route, {
      baseUrl: this.baseUrl,
      headers: headers(token.value),
      owner,
      repo: name,
      ...parameters,
    });
    const asked = await this.ask(request);
    if (asked.outcome !== 'answered') {
      return asked;
    }
    const { answer } = asked;
    if (answer.status < 200 || answer.status > 299) {
      return githubFailure(answer, saidBy(answer.body, [token.value]));
    }
    const parsed = schema.safeParse(answer.body);
    return parsed.success
      ? { outcome: 'found', value: parsed.data }
      : UNREADABLE;
  }

  /**
   * Asks whether what an operation answers is still what had an ETag. GitHub counts no request that it answers with "not
   * modified".
   */
  async restSince(
    repository: string,
    route: string,
    {
      mark,
      ...parameters
    }: Record<string, unknown> & { mark: string | undefined },
  ): Promise<HostResult<AnswerSince>> {
    const token = await this.token(repository);
    if (token.outcome !== 'found') {
      return token;
    }
    const { name, owner } = this.nameOf(repository);
    const request = endpoint(route, {
      baseUrl: this.baseUrl,
      headers: headers(token.value),
      owner,
      repo: name,
      ...parameters,
    });
    return askSince(hostRequest(request), mark, {
      limits: this.options.limits,
      failureOf: answer =>
        githubFailure(answer, saidBy(answer.body, [token.value])),
    });
  }

  /** Asks the GraphQL API. What it gives can be less than was asked for, with why. */
  async graphql<Schema extends z.ZodType>(
    schema: Schema,
    repository: string,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<HostResult<GraphqlAnswer<z.output<Schema>>>> {
    const token = await this.token(repository);
    if (token.outcome !== 'found') {
      return token;
    }
    const request = endpoint('POST /graphql', {
      // GitHub Enterprise has the one below /api/v3, the other below /api.
      baseUrl: this.baseUrl.replace(/\/api\/v3$/, '/api'),
      headers: headers(token.value),
      query,
      variables,
    });
    const asked = await this.ask(request);
    if (asked.outcome !== 'answered') {
      return asked;
    }
    const { answer } = asked;
    if (answer.status < 200 || answer.status > 299) {
      return githubFailure(answer, saidBy(answer.body, [token.value]));
    }
    const parsed = graphqlSchema.safeParse(answer.body);
    if (!parsed.success) {
      return UNREADABLE;
    }
    const { errors = [] } = parsed.data;
    const failure =
      errors.length > 0
        ? graphqlFailure(
            answer,
            errors,
            saidBy({ message: errors.map(each => each.message).join('; ') }, [
              token.value,
            ]),
          )
        : undefined;
    const data = schema.safeParse(parsed.data.data);
    if (data.success) {
      return { outcome: 'found', value: { data: data.data, failure } };
    }
    return failure ?? UNREADABLE;
  }

  private async ask(request: ReturnType<typeof endpoint>): Promise<Asked> {
    return askHost(hostRequest(request), this.options.limits);
  }

  private get baseUrl(): string {
    const { apiBaseUrl, host } = this.options.config;
    return apiBaseUrl ?? `https://${host}/api/v3`;
  }

  private async token(repository: string): Promise<HostResult<string>> {
    const { credentials, limits } = this.options;
    try {
      const { token } = await withDeadline(limits.milliseconds, () =>
        credentials.getCredentials({ url: repository }),
      );
      return token
        ? { outcome: 'found', value: token }
        : { outcome: 'unauthorized', because: 'missing' };
    } catch (error) {
      return credentialsFailure(error);
    }
  }
}

function headers(token: string): Record<string, string> {
  return {
    accept: 'application/vnd.github+json',
    authorization: `token ${token}`,
    'content-type': 'application/json',
    'user-agent': 'backstage-plugin-progressive-delivery',
    'x-github-api-version': '2022-11-28',
  };
}

function hostRequest({
  body,
  headers: all,
  method,
  url,
}: ReturnType<typeof endpoint>): HostRequest {
  return {
    method,
    url,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: Object.fromEntries(
      Object.entries(all).map(([name, value]) => [name, String(value)]),
    ),
  };
}
