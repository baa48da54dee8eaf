import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';

export interface ServedRequest {
  path: string;
  authorization: string | undefined;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** An HTTP server on loopback that answers what a test says, and remembers who asked for what. */
export class ChartServer {
  static async start(): Promise<ChartServer> {
    const started = new ChartServer();
    await new Promise<void>(resolve =>
      started.server.listen(0, '127.0.0.1', resolve),
    );
    return started;
  }

  readonly requests: ServedRequest[] = [];
  /** By path with query; what is not there is not found. */
  readonly answers = new Map<
    string,
    Answer | ((request: IncomingMessage) => Answer)
  >();
  /** Asked before the answers; `undefined` lets the request through. */
  gate?: (request: IncomingMessage) => Answer | undefined;

  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) =>
      this.answer(request, response),
    );
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  /** Paths of all requests until now. */
  get paths(): string[] {
    return this.requests.map(({ path }) => path);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse) {
    const path = request.url ?? '/';
    this.requests.push({ path, authorization: request.headers.authorization });
    const prepared = this.answers.get(path);
    const {
      status = 200,
      headers,
      body,
    } = this.gate?.(request) ??
      (typeof prepared === 'function' ? prepared(request) : prepared) ?? {
        status: 404,
      };
    response.writeHead(status, headers).end(body);
  }
}
