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
import { limitedAnswer, RateLimitKind } from './RateLimit';
import { RestApi } from './rest/RestApi';
import { GitlabState } from './state/GitlabState';
import { ROLES } from './state/User';

const API = '/api/v4';

/**
 * A GitLab on loopback, over real bare repositories: fetch and push by HTTP, and the operations of the REST API that we
 * use. What it is asked and what it answers is judged by a description of that API.
 */
export class GitlabServer {
  static async start(): Promise<GitlabServer> {
    const folder = mkdtempSync(join(tmpdir(), 'gitlab-server-'));
    const server = new GitlabServer(new GitlabState(folder));
    await new Promise<void>(resolve =>
      server.server.listen(0, '127.0.0.1', resolve),
    );
    return server;
  }

  /** What was asked or answered and is not as GitLab has it. A test fails where this is not empty. */
  readonly problems: string[] = [];
  /** Whether there were too many requests. */
  limit?: RateLimitKind;
  private readonly rest: RestApi;
  private readonly server: Server;

  private constructor(readonly state: GitlabState) {
    this.rest = new RestApi(state);
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

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
    rmSync(this.state.folder, { recursive: true, force: true });
  }

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { pathname, search, searchParams } = new URL(
      request.url ?? '/',
      this.url,
    );
    if (/^\/[^/]+\/.+\.git\//.test(pathname)) {
      this.handleGit(request, response, pathname, search.slice(1));
      return;
    }
    const { headers, method = 'GET' } = request;
    const sent = await text(request);
    if (this.limit) {
      const limited = limitedAnswer(this.limit);
      response.writeHead(429, limited.headers).end(limited.body);
      return;
    }
    const { problems, ...answer } = this.rest.answer(
      {
        method,
        path: pathname.startsWith(API) ? pathname.slice(API.length) : pathname,
        query: searchParams,
        body: sent === '' ? undefined : JSON.parse(sent),
        user: this.state.userOf(tokenOf(headers.authorization)),
      },
      // The caller's, who may have come by a proxy.
      { pages: `http://${headers.host}` },
    );
    this.problems.push(...problems);
    answerJson(request, response, answer);
  }

  private handleGit(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: string,
  ): void {
    const [name] = path.slice(1).split('.git/');
    const project = this.state.project(decodeURIComponent(name));
    const user = this.state.userOf(tokenOf(request.headers.authorization));
    const pushes = `${path}?${query}`.includes('git-receive-pack');
    if (!user || !project) {
      response
        .writeHead(user ? 404 : 401, {
          'WWW-Authenticate': 'Basic realm="GitLab"',
        })
        .end(
          user
            ? 'The project you were looking for could not be found.\n'
            : 'HTTP Basic: Access denied.\n',
        );
      return;
    }
    const mayPush =
      ROLES[user.role] >= ROLES.developer &&
      user.scopes.includes('api') &&
      !project.archived;
    if (pushes && !mayPush) {
      response
        .writeHead(403)
        .end(
          project.archived
            ? "You can't push code to an archived project.\n"
            : 'You are not allowed to push code to this project.\n',
        );
      return;
    }
    serveGit(request, response, {
      folder: this.state.folder,
      path: decodeURIComponent(path),
      query,
      user: user.username,
    });
  }
}
