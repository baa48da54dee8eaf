import { createServer, Server } from 'node:http';
import { request as requestOverTls } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface KubernetesPassThroughOptions {
  /** Of the API server. */
  url: string;
  /** The certificates to trust, base64 of PEM. */
  caData: string;
  /** Of the account that everything is asked with. */
  token: string;
}

/** What the Kubernetes plugin does with a request for a cluster: it hands it on with the token of its own account. */
export class KubernetesPassThrough {
  static async start(
    options: KubernetesPassThroughOptions,
  ): Promise<KubernetesPassThrough> {
    const passThrough = new KubernetesPassThrough(options);
    await new Promise<void>(resolve =>
      passThrough.server.listen(0, '127.0.0.1', resolve),
    );
    return passThrough;
  }

  private readonly server: Server;

  private constructor({ caData, token, url }: KubernetesPassThroughOptions) {
    const ca = Buffer.from(caData, 'base64');
    this.server = createServer((request, response) => {
      const path = request.url?.replace('/api/kubernetes', '') ?? '';
      if (path === '/clusters') {
        response.end(JSON.stringify({ items: [] }));
        return;
      }
      const { accept, 'content-type': contentType } = request.headers;
      const asked = requestOverTls(
        new URL(path.replace('/proxy', ''), url),
        {
          ca,
          method: request.method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(accept && { accept }),
            ...(contentType && { 'content-type': contentType }),
          },
        },
        answer => {
          response.writeHead(answer.statusCode ?? 502, {
            'content-type': answer.headers['content-type'],
          });
          answer.pipe(response);
        },
      );
      asked.on('error', error => response.destroy(error));
      request.pipe(asked);
    });
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/api/kubernetes`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }
}
