import { once } from 'node:events';
import { createServer, Server } from 'node:http';

/**
 * What analyses measure: a number a path, as a metrics store would answer it, and 500 where there is none.
 */
export class MetricServer {
  static async start(): Promise<MetricServer> {
    const values = new Map<string, number>();
    const server = createServer((request, response) => {
      const value = values.get(request.url ?? '');
      response.writeHead(value === undefined ? 500 : 200, {
        'content-type': 'application/json',
      });
      response.end(
        JSON.stringify(
          value === undefined ? { error: 'no such metric' } : { value },
        ),
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || !address) {
      throw new Error('The metric server listens on no port');
    }
    return new MetricServer(server, address.port, values);
  }

  private constructor(
    private readonly server: Server,
    private readonly port: number,
    private readonly values: Map<string, number>,
  ) {}

  /** Where the value of a metric is answered. */
  url(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  set(path: string, value: number): void {
    this.values.set(path, value);
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
