import {
  createServer,
  IncomingMessage,
  request,
  ServerResponse,
} from 'node:http';
import { AddressInfo, Socket } from 'node:net';

/** What went over the wire. */
export interface Traffic {
  /** Both ways, with the headers. */
  bytes: number;
  requests: number;
}

/** Stands between git and a server on the loopback address, and counts. */
export class CountingProxy {
  static async start(target: string): Promise<CountingProxy> {
    const proxy = new CountingProxy(new URL(target));
    await new Promise<void>(resolve =>
      proxy.server.listen(0, '127.0.0.1', resolve),
    );
    return proxy;
  }

  private readonly server = createServer((asked, answer) =>
    this.pass(asked, answer),
  );
  private readonly open = new Set<Socket>();
  private closed = 0;
  private requests = 0;

  private constructor(private readonly target: URL) {
    this.server.on('connection', (socket: Socket) => {
      this.open.add(socket);
      socket.on('close', () => {
        this.open.delete(socket);
        this.closed += bytesOf(socket);
      });
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What something lets go over the wire. Nothing else may use the proxy meanwhile. */
  async count(work: () => Promise<unknown>): Promise<Traffic> {
    const before = this.total();
    await work();
    const after = this.total();
    return {
      bytes: after.bytes - before.bytes,
      requests: after.requests - before.requests,
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private total(): Traffic {
    let bytes = this.closed;
    for (const socket of this.open) {
      bytes += bytesOf(socket);
    }
    return { bytes, requests: this.requests };
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    this.requests++;
    const passed = request(
      new URL(asked.url ?? '/', this.target),
      {
        method: asked.method,
        headers: { ...asked.headers, host: this.target.host },
      },
      answered => {
        answer.writeHead(answered.statusCode ?? 502, answered.rawHeaders);
        answered.pipe(answer);
      },
    );
    passed.on('error', error => answer.destroy(error));
    asked.pipe(passed);
  }
}

function bytesOf(socket: Socket): number {
  return socket.bytesRead + socket.bytesWritten;
}
