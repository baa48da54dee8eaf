import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { ClusterProxy } from '../ClusterProxy';
import { ClusterService } from '../ClusterService';
import { answersClusters, clusterProxyAt } from './clusterProxyAt';

interface KubernetesObject {
  metadata: { name: string; labels?: Record<string, string> };
}

/** What an API server answers instead of what it has. */
export interface StandIn {
  status: number;
  body: unknown;
}

/**
 * Answers on a loopback port as the Kubernetes plugin's proxy does in front of API servers: objects and lists by path,
 * label selectors of the form `key=value`, and pages.
 */
export class KubernetesProxy {
  static async start(): Promise<KubernetesProxy> {
    const proxy = new KubernetesProxy();
    await new Promise<void>(resolve =>
      proxy.server.listen(0, '127.0.0.1', resolve),
    );
    return proxy;
  }

  /** `<cluster> <path and query>` of each request, in their order. */
  readonly requests: string[] = [];
  /** What the Kubernetes plugin says of its clusters; of those that are not named it has credentials. */
  clusterItems: Parameters<typeof answersClusters>[2] = [];
  /** The headers of the last request. */
  headers: IncomingMessage['headers'] = {};

  /** Called whenever one more or one less request waits in vain. */
  onSilence: () => void = () => {};

  private readonly silences = new Set<ServerResponse>();
  private readonly objects = new Map<string, object>();
  private readonly standIns = new Map<string, StandIn | 'silence' | 'stop'>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      if (answersClusters(request, response, this.clusterItems)) {
        return;
      }
      const cluster = String(request.headers['backstage-kubernetes-cluster']);
      const url = new URL(request.url ?? '', 'http://localhost');
      const path = url.pathname.replace('/api/kubernetes/proxy', '');
      this.headers = request.headers;
      this.requests.push(`${cluster} ${path}${url.search}`);
      const standIn =
        this.standIns.get(cluster) ?? this.standIns.get(`${cluster} ${path}`);
      if (standIn === 'silence') {
        this.silences.add(response);
        response.once('close', () => {
          this.silences.delete(response);
          this.onSilence();
        });
        this.onSilence();
        return;
      }
      if (standIn === 'stop') {
        response.write('{"metadata":');
        setImmediate(() => response.destroy());
        return;
      }
      const { status, body } =
        standIn ?? this.answer(cluster, path, url.searchParams);
      response.statusCode = status;
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  }

  /** How many requests wait for an answer that does not come. */
  get silent(): number {
    return this.silences.size;
  }

  proxy(): ClusterProxy {
    return clusterProxyAt(this.server);
  }

  /** A service that asks this proxy. */
  clusters(): ClusterService {
    return ClusterService.create({ proxy: this.proxy() });
  }

  /** Puts an object into a cluster, at its collection's path. */
  has(cluster: string, collection: string, object: KubernetesObject): void {
    this.objects.set(
      `${cluster} ${collection}/${object.metadata.name}`,
      object,
    );
  }

  /** Answers so to all requests of a cluster, or to one path of it: `silence` never does, `stop` breaks off. */
  answers(
    what: { cluster: string; path?: string },
    standIn: StandIn | 'silence' | 'stop',
  ): void {
    this.standIns.set(
      what.path === undefined ? what.cluster : `${what.cluster} ${what.path}`,
      standIn,
    );
  }

  /** Forgets everything. */
  clear(): void {
    this.objects.clear();
    this.standIns.clear();
    this.requests.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private answer(
    cluster: string,
    path: string,
    query: URLSearchParams,
  ): StandIn {
    const object = this.objects.get(`${cluster} ${path}`);
    if (object) {
      return { status: 200, body: object };
    }
    const name = path.split('/').at(-1)!;
    if (path.split('/').length === (path.startsWith('/apis/') ? 8 : 7)) {
      return {
        status: 404,
        body: {
          kind: 'Status',
          message: `"${name}" not found`,
          reason: 'NotFound',
          details: { name },
        },
      };
    }
    const [key, value] = (query.get('labelSelector') ?? '').split('=');
    const items = Array.from(this.objects)
      .filter(([at]) => at.startsWith(`${cluster} ${path}/`))
      .map(([, each]) => each as KubernetesObject)
      .filter(each => !key || each.metadata?.labels?.[key] === value);
    const start = Number(query.get('continue') ?? 0);
    const end = start + Number(query.get('limit') ?? items.length);
    return {
      status: 200,
      body: {
        metadata: { continue: end < items.length ? String(end) : '' },
        items: items.slice(start, end),
      },
    };
  }
}
