import { Agent, request } from 'node:https';
import { ResponseError } from '../../../running/ResponseError';

/** Connections: what keeps an API server on two cores busy. */
const CONNECTIONS = 16;

export interface KubernetesClientOptions {
  url: string;
  token: string;
  /** Base64 of PEM. */
  caData: string;
}

/** Straight to an API server, with nothing in between. */
export class KubernetesClient {
  static create(options: KubernetesClientOptions): KubernetesClient {
    return new KubernetesClient(options);
  }

  private readonly agent: Agent;

  private constructor(private readonly options: KubernetesClientOptions) {
    this.agent = new Agent({
      keepAlive: true,
      maxSockets: CONNECTIONS,
      ca: Buffer.from(options.caData, 'base64').toString('utf8'),
    });
  }

  async get(path: string): Promise<string> {
    return this.send('GET', path);
  }

  async create(path: string, object: object): Promise<string> {
    return this.send('POST', `${path}?fieldManager=controller`, object);
  }

  /** Changes the status, as the object's controller does. */
  async patchStatus(path: string, status: object): Promise<string> {
    return this.send(
      'PATCH',
      `${path}/status?fieldManager=status`,
      { status },
      'application/merge-patch+json',
    );
  }

  close(): void {
    this.agent.destroy();
  }

  private send(
    method: string,
    path: string,
    body?: object,
    type = 'application/json',
  ): Promise<string> {
    const { token, url } = this.options;
    return new Promise((resolve, reject) => {
      const sent = request(
        `${url}${path}`,
        {
          method,
          agent: this.agent,
          headers: {
            Accept: 'application/json',
            Authorization: `Bearer ${token}`,
            ...(body && { 'Content-Type': type }),
          },
        },
        response => {
          const pieces: Buffer[] = [];
          response.on('data', piece => pieces.push(piece));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(pieces).toString('utf8');
            const { statusCode = 0 } = response;
            if (statusCode >= 200 && statusCode < 300) {
              resolve(text);
            } else {
              reject(
                new ResponseError(
                  `${method} ${path} answered ${statusCode}: ${text}`,
                ),
              );
            }
          });
        },
      );
      sent.on('error', reject);
      sent.end(body && JSON.stringify(body));
    });
  }
}
