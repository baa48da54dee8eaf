import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:https';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import { z } from 'zod/v4';

const kubeconfigSchema = z.object({
  clusters: z
    .array(
      z.object({
        cluster: z.object({
          server: z.string(),
          'certificate-authority': z.string(),
        }),
      }),
    )
    .nonempty(),
  users: z
    .array(
      z.object({
        user: z.object({
          'client-certificate': z.string(),
          'client-key': z.string(),
        }),
      }),
    )
    .nonempty(),
});

/** Reads from an API server as administrator, without a process a question: conditions are asked for all the time. */
export class KubernetesApi {
  static create(options: { kubeconfig: string }): KubernetesApi {
    const { clusters, users } = kubeconfigSchema.parse(
      parse(readFileSync(options.kubeconfig, 'utf8')),
    );
    const [{ cluster }] = clusters;
    const [{ user }] = users;
    return new KubernetesApi(
      cluster.server,
      new Agent({
        ca: readFileSync(cluster['certificate-authority']),
        cert: readFileSync(user['client-certificate']),
        key: readFileSync(user['client-key']),
        keepAlive: true,
      }),
    );
  }

  private constructor(
    private readonly server: string,
    private readonly agent: Agent,
  ) {}

  /** @throws `Error` with what the API server said, when that is not what was asked for */
  async get(path: string): Promise<unknown> {
    const { status, body } = await this.ask(path);
    if (status !== 200) {
      throw new Error(`${path} answered ${status}: ${body}`);
    }
    return JSON.parse(body);
  }

  /** Closes its connections. */
  close(): void {
    this.agent.destroy();
  }

  private ask(path: string): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      get(`${this.server}${path}`, { agent: this.agent }, async response => {
        try {
          resolve({
            status: response.statusCode ?? 0,
            body: await text(response),
          });
        } catch (error) {
          reject(error);
        }
      }).on('error', reject);
    });
  }
}
