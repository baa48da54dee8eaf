import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/** What of GitHub's API hands out tokens to an app that proves, with its key, who it is. */
export class GithubAppServer {
  static async start(token: string): Promise<GithubAppServer> {
    const server = new GithubAppServer(token);
    await new Promise<void>(resolve =>
      server.server.listen(0, '127.0.0.1', resolve),
    );
    return server;
  }

  /** The app's. */
  readonly privateKey: string;
  private readonly publicKey: string;
  private readonly server: Server;

  private constructor(private readonly token: string) {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    this.privateKey = privateKey;
    this.publicKey = publicKey;
    this.server = createServer((request, response) => {
      const answer = this.answer(request);
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private answer({ headers, method, url }: IncomingMessage) {
    if (!this.isApp(headers.authorization)) {
      return { status: 401, body: { message: 'Bad credentials' } };
    }
    const route = `${method} ${url?.split('?')[0]}`;
    switch (route) {
      case 'GET /app/installations':
        return {
          status: 200,
          body: [{ id: 7, account: { login: 'platform' } }],
        };
      case 'POST /app/installations/7/access_tokens':
        return {
          status: 201,
          body: {
            token: this.token,
            expires_at: new Date(Date.now() + 3_600_000).toISOString(),
            repository_selection: 'all',
          },
        };
      default:
        return { status: 404, body: { message: `Not Found: ${route}` } };
    }
  }

  /** By the signature of its JSON web token. */
  private isApp(authorization: string | undefined): boolean {
    const [, head, body, signature] =
      /^bearer ([^.]+)\.([^.]+)\.([^.]+)$/i.exec(authorization ?? '') ?? [];
    return (
      signature !== undefined &&
      verify(
        'sha256',
        Buffer.from(`${head}.${body}`),
        createPublicKey(this.publicKey),
        Buffer.from(signature, 'base64url'),
      )
    );
  }
}
