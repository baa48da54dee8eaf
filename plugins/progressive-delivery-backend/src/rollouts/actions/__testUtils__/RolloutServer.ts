import { createServer, IncomingMessage, Server } from 'node:http';
import {
  answersClusters,
  clusterProxyAt,
} from '../../../clusters/__testUtils__/clusterProxyAt';
import { ClusterService } from '../../../clusters/ClusterService';
import { RolloutPatcher } from '../../../clusters/RolloutPatcher';
import { objectsOf } from '../../__testUtils__/scenario';

type Json = Record<string, any>;

const NOT_FOUND = {
  kind: 'Status',
  message: 'not found',
  reason: 'NotFound',
  details: { name: 'web' },
};

/**
 * Answers on a loopback port as the Kubernetes plugin's proxy does in front of an API server that has one Rollout, taken
 * from a scenario: merge patches with optimistic locking, generations, and the status subresource.
 */
export class RolloutServer {
  static async start(): Promise<RolloutServer> {
    const rollouts = new RolloutServer();
    await new Promise<void>(resolve =>
      rollouts.server.listen(0, '127.0.0.1', resolve),
    );
    return rollouts;
  }

  object: Json = {};
  /** Each change that was asked for: what it was sent to, and the body. */
  readonly patches: { on: string; type?: string; body: Json }[] = [];
  /** Runs before a patch is looked at, as somebody else does who is faster. */
  meanwhile: (number: number) => void = () => {};
  /** What a patch is answered instead. */
  refusal?: { status: number; body: unknown };

  /** What the Kubernetes plugin says of its clusters; of those that are not named it has credentials. */
  clusterItems: Parameters<typeof answersClusters>[2] = [];
  /** The headers of the last request. */
  headers: IncomingMessage['headers'] = {};

  private readonly server: Server;

  private constructor() {
    this.server = createServer(async (request, response) => {
      if (answersClusters(request, response, this.clusterItems)) {
        return;
      }
      this.headers = request.headers;
      const { body, status } = await this.answer(request);
      response.statusCode = status;
      response.end(JSON.stringify(body));
    });
  }

  /** Has the Rollout of a scenario, and nothing of before. */
  has(scenario: string): void {
    this.object = objectsOf(scenario).find(({ kind }) => kind === 'Rollout')!;
    this.object.metadata.resourceVersion = '100';
    this.patches.length = 0;
    this.meanwhile = () => {};
    this.refusal = undefined;
  }

  /** Changes it, as its controller or somebody else would. */
  change(patch: Json): void {
    const spec = JSON.stringify(this.object.spec);
    merge(this.object, patch);
    const { metadata } = this.object;
    metadata.resourceVersion = String(Number(metadata.resourceVersion) + 1);
    if (JSON.stringify(this.object.spec) !== spec) {
      metadata.generation += 1;
    }
  }

  options(): { clusters: ClusterService; patcher: RolloutPatcher } {
    const proxy = clusterProxyAt(this.server);
    return {
      clusters: ClusterService.create({ proxy }),
      patcher: RolloutPatcher.create({ proxy }),
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private async answer(
    request: IncomingMessage,
  ): Promise<{ status: number; body: unknown }> {
    const { metadata } = this.object;
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const path = `/api/kubernetes/proxy/apis/argoproj.io/v1alpha1/namespaces/${metadata.namespace}/rollouts/${metadata.name}`;
    const isStatus = pathname === `${path}/status`;
    if (pathname !== path && !isStatus) {
      return { status: 404, body: NOT_FOUND };
    }
    if (request.method === 'GET') {
      return { status: 200, body: this.object };
    }
    let text = '';
    for await (const chunk of request) {
      text += chunk;
    }
    const body = JSON.parse(text);
    this.patches.push({
      on: isStatus ? 'rollouts/status' : 'rollouts',
      type: request.headers['content-type'],
      body,
    });
    this.meanwhile(this.patches.length);
    if (this.refusal) {
      return this.refusal;
    }
    if (body.metadata.resourceVersion !== metadata.resourceVersion) {
      return {
        status: 409,
        body: { kind: 'Status', reason: 'Conflict', message: 'modified' },
      };
    }
    const { spec, status } = body;
    // Each of the two endpoints changes its part only.
    this.change(isStatus ? { status } : { spec });
    return { status: 200, body: this.object };
  }
}

/** JSON merge patch, RFC 7386. */
function merge(target: Json, patch: Json): void {
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete target[key];
    } else if (typeof value === 'object' && !Array.isArray(value)) {
      target[key] ??= {};
      merge(target[key], value);
    } else if (value !== undefined) {
      target[key] = value;
    }
  }
}
