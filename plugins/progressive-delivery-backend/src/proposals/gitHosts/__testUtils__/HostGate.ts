import {
  createServer,
  IncomingMessage,
  request as forward,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';

/** What a host is asked. */
export interface AskedRequest {
  method: string;
  url: string;
  body: string;
}

/** Stands before a Git host and hands on what it is asked, unless a test wants it to answer something else. */
export class HostGate {
  /** @param target - the Git host's URL */
  static async start(target: string): Promise<HostGate> {
    const gate = new HostGate(new URL(target));
    await new Promise<void>(resolve =>
      gate.server.listen(0, '127.0.0.1', resolve),
    );
    return gate;
  }

  /** Answers instead of the host, where it is set. */
  answer?: (response: ServerResponse, request: IncomingMessage) => void;
  /**
   * Hears of each request before it is handed on, and after the host has answered it; `false` breaks the connection
   * instead of going on.
   */
  watch?: (request: AskedRequest, when: 'before' | 'after') => boolean;
  /** Method and path of what the API was asked. */
  readonly asked: string[] = [];
  /** Milliseconds that the host took for what it was asked since this was set, Git included. */
  taken = 0;
  private readonly server: Server;

  private constructor(private readonly target: URL) {
    this.server = createServer((request, response) =>
      this.handle(request, response).catch(error => response.destroy(error)),
    );
  }

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

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { method, url = '' } = request;
    if (!url.includes('.git/')) {
      this.asked.push(`${method} ${url}`);
    }
    if (this.answer) {
      this.answer(response, request);
      return;
    }
    const began = performance.now();
    const body = Buffer.concat(await request.toArray());
    const asked = { method: method ?? '', url, body: body.toString('latin1') };
    if (this.watch?.(asked, 'before') === false) {
      response.destroy();
      return;
    }
    const { hostname, port } = this.target;
    const { 'transfer-encoding': chunked, ...headers } = request.headers;
    const handedOn = forward(
      {
        ...{ hostname, port, method, path: url },
        headers: chunked
          ? { ...headers, 'content-length': body.length }
          : headers,
      },
      answer => {
        if (this.watch?.(asked, 'after') === false) {
          response.destroy();
          return;
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        answer.on('end', () => {
          this.taken += performance.now() - began;
        });
      },
    );
    handedOn.on('error', error => response.destroy(error));
    handedOn.end(body);
  }
}
