import {
  createServer,
  IncomingMessage,
  request as forward,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';

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
  /** Method and path of what the API was asked. */
  readonly asked: string[] = [];
  private readonly server: Server;

  private constructor(private readonly target: URL) {
    this.server = createServer((request, response) =>
      this.handle(request, response),
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

  private handle(request: IncomingMessage, response: ServerResponse): void {
    const { headers, method, url = '' } = request;
    if (!url.includes('.git/')) {
      this.asked.push(`${method} ${url}`);
    }
    if (this.answer) {
      this.answer(response, request);
      return;
    }
    const { hostname, port } = this.target;
    const handedOn = forward(
      { hostname, port, method, path: url, headers },
      answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    handedOn.on('error', error => response.destroy(error));
    request.pipe(handedOn);
  }
}
