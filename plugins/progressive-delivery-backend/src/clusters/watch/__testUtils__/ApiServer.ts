import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { mockServices } from '@backstage/backend-test-utils';
import {
  answersClusters,
  clusterProxyAt,
} from '../../__testUtils__/clusterProxyAt';
import { ClusterService } from '../../ClusterService';

interface KubernetesObject {
  metadata: { name: string; [field: string]: unknown };
  [field: string]: unknown;
}

interface Stored {
  metadata: { name: string; uid: string; resourceVersion: string };
}

/** What an API server answers instead of what it has. */
export interface Refusal {
  status: number;
  message?: string;
}

interface OpenWatch {
  path: string;
  selector: string;
  response: ServerResponse;
  /** Its other side is gone, which nobody has been told. */
  dead: boolean;
}

/**
 * One API server behind the Kubernetes plugin's proxy, on a loopback port: lists with pages, and watches with everything
 * that can go wrong with them.
 */
export class ApiServer {
  static async start(): Promise<ApiServer> {
    const server = new ApiServer();
    await new Promise<void>(resolve =>
      server.server.listen(0, '127.0.0.1', resolve),
    );
    return server;
  }

  /** `<verb> <path's last part>` of what was asked for, but for probes. */
  readonly requests: string[] = [];
  /** How often it was only asked whether it is there. */
  probes = 0;
  /** What the last request was authorized with. */
  authorization = '';
  /** The query of the last watch. */
  watchQuery = new URLSearchParams();
  /** Refuses, by `<verb> <plural>`, or by `<verb> <path>`. */
  readonly refusals = new Map<string, Refusal>();
  /** Whether it answers to nothing at all. */
  down = false;
  /** Whether it takes everything and answers nothing. */
  hung = false;
  /** Objects of a page. */
  pageSize = 500;
  /** Holds lists back until it resolves. */
  slow: Promise<void> | undefined;

  private issuedTokens = 0;
  private version = 100;
  /** The oldest version that can be watched from. */
  private oldest = 0;
  private readonly objects = new Map<string, Map<string, Stored>>();
  private readonly history: {
    path: string;
    version: number;
    line: string;
    object: Stored;
  }[] = [];
  private readonly watches = new Set<OpenWatch>();
  private readonly server = createServer((request, response) =>
    this.handle(request, response),
  );

  private constructor() {}

  clusters(): ClusterService {
    const auth = mockServices.auth.mock({
      getPluginRequestToken: async () => ({
        token: `token-${++this.issuedTokens}`,
      }),
    });
    return ClusterService.create({ proxy: clusterProxyAt(this.server, auth) });
  }

  /** Creates or changes an object of a collection. */
  put(path: string, object: KubernetesObject): void {
    const collection = this.collection(path);
    const { name, namespace } = object.metadata;
    // In the collection of all namespaces there may be several of one name.
    const key = path.includes('/namespaces/') ? name : `${namespace}/${name}`;
    const before = collection.get(key);
    const stored = {
      ...object,
      metadata: {
        uid: `uid-of-${name}`,
        ...object.metadata,
        resourceVersion: String(++this.version),
      },
    };
    collection.set(key, stored);
    this.tell(path, before ? 'MODIFIED' : 'ADDED', stored);
  }

  /** Of all namespaces, `name` is `<namespace>/<name>`. */
  delete(path: string, name: string): void {
    const stored = this.collection(path).get(name);
    if (stored) {
      this.collection(path).delete(name);
      stored.metadata = {
        ...stored.metadata,
        resourceVersion: String(++this.version),
      };
      this.tell(path, 'DELETED', stored);
    }
  }

  /** Tells all watches that nothing has changed. */
  bookmark(): void {
    this.raw(
      JSON.stringify({
        type: 'BOOKMARK',
        object: { metadata: { resourceVersion: String(++this.version) } },
      }),
    );
  }

  /** Sends a line to all watches. */
  raw(line: string): void {
    for (const { dead, response } of this.watches) {
      if (!dead) {
        response.write(`${line}\n`);
      }
    }
  }

  /** Forgets what was before, so that nobody can watch from there any more. */
  compact(): void {
    this.oldest = ++this.version;
    this.history.length = 0;
  }

  /** Ends all watches as a server does whose time for them is over. */
  endWatches(): void {
    for (const { response } of this.watches) {
      response.end();
    }
  }

  /** Breaks all connections. */
  dropWatches(): void {
    for (const { response } of this.watches) {
      response.destroy();
    }
  }

  /** Sends nothing to the watches that are open, and does not end them either. */
  silenceWatches(): void {
    for (const watch of this.watches) {
      watch.dead = true;
    }
  }

  /** How many watches are open, of one kind or of all. */
  openWatches(plural?: string): number {
    return Array.from(this.watches).filter(
      ({ path }) => plural === undefined || path.endsWith(`/${plural}`),
    ).length;
  }

  count(request: string): number {
    return this.requests.filter(each => each === request).length;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private collection(path: string): Map<string, Stored> {
    const known = this.objects.get(path);
    if (known) {
      return known;
    }
    const collection = new Map<string, Stored>();
    this.objects.set(path, collection);
    return collection;
  }

  private tell(path: string, type: string, object: Stored) {
    const line = JSON.stringify({ type, object });
    this.history.push({ path, version: this.version, line, object });
    for (const watch of this.watches) {
      if (
        !watch.dead &&
        watch.path === path &&
        isSelected(object, watch.selector)
      ) {
        watch.response.write(`${line}\n`);
      }
    }
  }

  private async handle(request: IncomingMessage, response: ServerResponse) {
    if (answersClusters(request, response, [])) {
      return;
    }
    const url = new URL(request.url ?? '', 'http://localhost');
    const path = url.pathname.replace('/api/kubernetes/proxy', '');
    const query = url.searchParams;
    const plural = path.split('/').at(-1)!;
    const isWatch = query.get('watch') === 'true';
    const isProbe = query.get('limit') === '1';
    const verb = isWatch ? 'watch' : 'list';
    this.authorization = request.headers.authorization ?? '';
    if (isProbe) {
      this.probes++;
    } else {
      this.requests.push(`${verb} ${plural}`);
    }
    if (this.hung) {
      return;
    }
    if (this.down) {
      // What the proxy of the Kubernetes plugin makes of a refused connection.
      this.send(response, 500, {
        error: { name: 'Error', message: 'ECONNREFUSED' },
      });
      return;
    }
    const refusal =
      this.refusals.get(`${verb} ${path}`) ??
      this.refusals.get(`${verb} ${plural}`);
    if (refusal) {
      this.refuse(response, refusal);
    } else if (isWatch) {
      this.watchQuery = query;
      this.watch(path, query, response);
    } else {
      await this.slow;
      this.list(path, query, response);
    }
  }

  private list(path: string, query: URLSearchParams, response: ServerResponse) {
    const selector = query.get('fieldSelector') ?? '';
    const all = Array.from(this.collection(path).values()).filter(object =>
      isSelected(object, selector),
    );
    const start = Number(query.get('continue') ?? 0);
    const end = start + Math.min(this.pageSize, Number(query.get('limit')));
    this.send(response, 200, {
      metadata: {
        resourceVersion: String(this.version),
        continue: end < all.length ? String(end) : '',
      },
      items: all.slice(start, end),
    });
  }

  private watch(
    path: string,
    query: URLSearchParams,
    response: ServerResponse,
  ) {
    const from = Number(query.get('resourceVersion'));
    if (from < this.oldest) {
      this.refuse(response, { status: 410, message: 'too old' });
      return;
    }
    const selector = query.get('fieldSelector') ?? '';
    const watch: OpenWatch = { path, selector, response, dead: false };
    this.watches.add(watch);
    response.on('close', () => this.watches.delete(watch));
    for (const event of this.history) {
      if (
        event.path === path &&
        event.version > from &&
        isSelected(event.object, selector)
      ) {
        response.write(`${event.line}\n`);
      }
    }
  }

  private refuse(response: ServerResponse, { status, message }: Refusal) {
    this.send(response, status, {
      kind: 'Status',
      message: message ?? 'refused',
      code: status,
    });
  }

  private send(response: ServerResponse, status: number, body: unknown) {
    response.statusCode = status;
    response.end(JSON.stringify(body));
  }
}

/** Whether an object is what a field selector asks for, such as `metadata.name=web,type=Warning`. */
function isSelected(object: Stored, selector: string): boolean {
  return selector
    .split(',')
    .filter(Boolean)
    .every(each => {
      const [path, wanted] = each.split('=');
      let value: unknown = object;
      for (const key of path.split('.')) {
        value = Object(value)[key];
      }
      return value === wanted;
    });
}
