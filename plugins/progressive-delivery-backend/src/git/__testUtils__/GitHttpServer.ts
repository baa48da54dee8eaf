import {
  createServer,
  IncomingHttpHeaders,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { gitHttpBackend } from '@progressive-delivery/git-server';

export interface RecordedRequest {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  /** Bytes of the answer's body. */
  answered: number;
}

/** An answer instead of Git's. */
export interface PreparedAnswer {
  status: number;
  headers?: Record<string, string>;
}

/** Serves the bare repositories of a folder over loopback as a Git host does, with Git's own CGI program. */
export class GitHttpServer {
  static async start(folder: string): Promise<GitHttpServer> {
    const host = new GitHttpServer(folder);
    await new Promise<void>(resolve =>
      host.server.listen(0, '127.0.0.1', resolve),
    );
    return host;
  }

  /** All requests until now; empty it to count from here. */
  readonly requests: RecordedRequest[] = [];
  /** Asked of everybody where it is set. */
  credentials?: { username: string; password: string };
  /** The header that is asked of everybody instead, where it is set. */
  authorization?: string;
  /** Asked before Git is. */
  answerInstead?: (url: string) => PreparedAnswer | undefined;
  /** Whether connections break shortly before the end of what they fetch. */
  breaksPacks = false;
  /** Whether they stop there, until who fetches gives up. */
  stallsPacks = false;
  /** How many stopped so, and how many of those were given up. */
  readonly stalled = { begun: 0, givenUp: 0 };

  private readonly server: Server;

  private constructor(private readonly folder: string) {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
  }

  /** Host and port. */
  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private async answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { headers } = request;
    const { method = 'GET', url = '/' } = request;
    const recorded: RecordedRequest = { method, url, headers, answered: 0 };
    this.requests.push(recorded);
    const prepared = this.answerInstead?.(url) ?? this.refusal(headers);
    if (prepared) {
      response.writeHead(prepared.status, prepared.headers).end();
      return;
    }
    const { pathname, searchParams } = new URL(url, this.url);
    const { body, ...head } = await gitHttpBackend(request, {
      folder: this.folder,
      path: decodeURIComponent(pathname),
      query: searchParams.toString(),
      user: this.credentials?.username ?? 'anonymous',
    });
    recorded.answered = body.length;
    response.writeHead(head.status, head.headers);
    if (this.breaksPacks && body.includes('PACK')) {
      const most = body.subarray(0, body.length - 100);
      response.write(most, () => response.destroy());
    } else if (this.stallsPacks && body.includes('PACK')) {
      response.on('close', () => this.stalled.givenUp++);
      response.write(
        body.subarray(0, body.length - 100),
        () => this.stalled.begun++,
      );
    } else {
      response.end(body);
    }
  }

  private refusal({
    authorization,
  }: IncomingHttpHeaders): PreparedAnswer | undefined {
    const { username, password } = this.credentials ?? {};
    const expected =
      this.authorization ??
      (this.credentials &&
        `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`);
    return expected === undefined || authorization === expected
      ? undefined
      : { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="git"' } };
  }
}
