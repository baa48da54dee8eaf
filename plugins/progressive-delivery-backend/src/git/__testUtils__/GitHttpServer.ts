import { spawn } from 'node:child_process';
import {
  createServer,
  IncomingHttpHeaders,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';

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
    this.server = createServer((request, response) =>
      this.answer(request, response),
    );
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

  private answer(request: IncomingMessage, response: ServerResponse) {
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
    const git = spawn('git', ['http-backend'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_PROJECT_ROOT: this.folder,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
        REQUEST_METHOD: method,
        PATH_INFO: decodeURIComponent(pathname),
        QUERY_STRING: searchParams.toString(),
        CONTENT_TYPE: headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
        REMOTE_ADDR: '127.0.0.1',
        REMOTE_USER: this.credentials?.username ?? 'anonymous',
      },
    });
    git.stdin.on('error', () => {});
    request.pipe(git.stdin);
    const output: Buffer[] = [];
    git.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    git.on('close', () => {
      const { body, ...head } = parseCgi(Buffer.concat(output));
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
    });
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

/** Takes what a CGI program said apart: header lines, an empty line, the body. */
function parseCgi(output: Buffer) {
  const end = output.indexOf('\r\n\r\n');
  const headers: Record<string, string> = {};
  for (const line of output.toString('utf8', 0, end).split('\r\n')) {
    const [name, value] = line.split(': ');
    headers[name] = value;
  }
  const { Status, ...others } = headers;
  return {
    status: Number(Status?.split(' ')[0] ?? 200),
    headers: others,
    body: output.subarray(end + 4),
  };
}
