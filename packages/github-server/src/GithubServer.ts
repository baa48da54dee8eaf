import { mkdtempSync, rmSync } from 'node:fs';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  answerJson,
  serveGit,
  tokenOf,
} from '@progressive-delivery/git-server';
import { GraphqlApi } from './graphql/GraphqlApi';
import { limitedAnswer, limitHeaders, RateLimitKind } from './RateLimit';
import { DescriptionName } from './rest/loadDescription';
import { restError, RestAnswer } from './rest/operations';
import { RestApi } from './rest/RestApi';
import { Account } from './state/Account';
import { GithubState } from './state/GithubState';

/**
 * A GitHub on loopback, over real bare repositories: fetch and push by HTTP, the operations of the REST API that we use,
 * and GraphQL. What it is asked and what it answers is judged by what GitHub publishes of its APIs, and by nothing of
 * our own.
 */
export class GithubServer {
  /** @param description - of github.com, or of a GitHub Enterprise Server, whose APIs are below `/api` */
  static async start(description: DescriptionName): Promise<GithubServer> {
    const folder = mkdtempSync(join(tmpdir(), 'github-server-'));
    const server = new GithubServer(new GithubState(folder), description);
    await new Promise<void>(resolve =>
      server.server.listen(0, '127.0.0.1', resolve),
    );
    return server;
  }

  /** What was asked or answered and is not as GitHub has it. A test fails where this is not empty. */
  readonly problems: string[] = [];
  /** Whether there were too many requests. */
  limit?: RateLimitKind;
  private readonly rest: RestApi;
  private readonly graphql = GraphqlApi.load();
  private readonly server: Server;

  private constructor(
    readonly state: GithubState,
    private readonly description: DescriptionName,
  ) {
    this.rest = RestApi.load(description, state);
    this.server = createServer((request, response) => {
      this.handle(request, response).catch((error: Error) => {
        this.problems.push(error.stack ?? error.message);
        response.writeHead(500).end();
      });
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Where the REST API begins, below the server's URL. */
  get apiPath(): string {
    return this.isEnterprise ? '/api/v3' : '';
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
    rmSync(this.state.folder, { recursive: true, force: true });
  }

  private get isEnterprise(): boolean {
    return this.description.startsWith('ghes-');
  }

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { pathname, search, searchParams } = new URL(
      request.url ?? '/',
      this.url,
    );
    if (/^\/[^/]+\/[^/]+\.git\//.test(pathname)) {
      this.handleGit(request, response, pathname, search.slice(1));
      return;
    }
    const graphqlPath = this.isEnterprise ? '/api/graphql' : '/graphql';
    const { headers, method = 'GET' } = request;
    const sent = await text(request);
    const body: unknown = sent === '' ? undefined : JSON.parse(sent);
    const account = this.state.accountOf(tokenOf(headers.authorization));
    // The caller's, who may have come by a proxy.
    const pages = `http://${headers.host}`;
    const answer =
      pathname === graphqlPath
        ? await this.answerGraphql(body, account, pages)
        : this.answerRest(
            {
              method,
              path: pathname.slice(this.apiPath.length),
              query: searchParams,
              body,
              authorization: headers.authorization,
              account,
            },
            pages,
          );
    answerJson(request, response, {
      ...answer,
      headers: { ...limitHeaders(this.limit), ...answer.headers },
    });
  }

  private answerRest(
    request: Parameters<RestApi['answer']>[0],
    pages: string,
  ): RestAnswer {
    if (this.limit) {
      const limited = limitedAnswer(this.limit, { graphql: false });
      const { method, path } = request;
      this.problems.push(...this.rest.judgeAt(method, path, limited));
      return limited;
    }
    const { problems, ...answer } = this.rest.answer(request, {
      pages,
      api: `${pages}${this.apiPath}`,
    });
    this.problems.push(...problems);
    return answer;
  }

  private async answerGraphql(
    body: unknown,
    account: Account | undefined,
    pages: string,
  ): Promise<RestAnswer> {
    if (this.limit) {
      return limitedAnswer(this.limit, { graphql: true });
    }
    if (!account) {
      return restError(401, 'Bad credentials');
    }
    const { repositories } = this.state;
    const reply = await this.graphql.answer(body, {
      account,
      repositories,
      pages,
    });
    this.problems.push(...reply.problems);
    return {
      status: 200,
      body: reply.body,
      ...(account.scopes && {
        headers: { 'x-oauth-scopes': account.scopes.join(', ') },
      }),
    };
  }

  private handleGit(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: string,
  ): void {
    const [, owner, name] = path.split('/');
    const repository = this.state.repository(
      `${owner}/${name.replace(/\.git$/, '')}`,
    );
    const account = this.state.accountOf(
      tokenOf(request.headers.authorization),
    );
    const pushes = `${path}?${query}`.includes('git-receive-pack');
    if (!account || !repository) {
      response
        .writeHead(account ? 404 : 401, {
          'WWW-Authenticate': 'Basic realm="GitHub"',
        })
        .end('Repository not found.\n');
      return;
    }
    if (pushes && (account.may === 'read' || repository.archived)) {
      response.writeHead(403).end('Write access to repository not granted.\n');
      return;
    }
    const user = account.login;
    serveGit(request, response, {
      folder: this.state.folder,
      path: decodeURIComponent(path),
      query,
      user,
    });
  }
}
