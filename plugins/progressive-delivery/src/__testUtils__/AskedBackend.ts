import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { ClusterSignIn } from '../api/ClusterSignIn';
import { ProgressiveDeliveryClient } from '../api/ProgressiveDeliveryClient';

/** A server that answers what it is told to, and knows what it was asked. */
export class AskedBackend {
  static async start(): Promise<AskedBackend> {
    const backend = new AskedBackend();
    await new Promise<void>(resolve =>
      backend.server.listen(0, '127.0.0.1', resolve),
    );
    return backend;
  }

  answer: { status: number; body: unknown } = { status: 404, body: {} };
  /** Answers instead, where there is one. */
  answerStream: ((response: ServerResponse) => void) | undefined;
  asked: { method?: string; url?: string; body: string } = { body: '' };
  /** Those of the cluster's provider of each request, oldest first. */
  readonly tokens: (string | undefined)[] = [];

  private readonly server: Server = createServer(async (request, response) => {
    const { headers, method, url } = request;
    this.tokens.push(
      headers['backstage-kubernetes-authorization-oidc-okta']?.toString(),
    );
    this.asked = { method, url, body: await bodyOf(request) };
    if (this.answerStream) {
      this.answerStream(response);
      return;
    }
    const { body, status } = this.answer;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });

  private constructor() {}

  client(clusterSignIn = ClusterSignIn.create()): ProgressiveDeliveryClient {
    const { port } = this.server.address() as AddressInfo;
    return ProgressiveDeliveryClient.create({
      discoveryApi: {
        getBaseUrl: async pluginId =>
          `http://127.0.0.1:${port}/api/${pluginId}`,
      },
      fetchApi: { fetch },
      clusterSignIn,
    });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
  }
  return body;
}
