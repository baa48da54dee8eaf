import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  isError,
  NotAllowedError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import { problemError, SharedWork } from '@progressive-delivery/engine';
import { jsonOf } from './bodyOf';
import {
  ClusterCredentials,
  clusterCredentials,
  clustersSchema,
} from './clusterCredentials';
import { UserTokens } from './UserTokens';
import { withDeadline } from './withDeadline';

const KEPT_MILLISECONDS = 60_000;

/** An answer that is not a watch has to be there by then, in seconds. */
export const ANSWER_SECONDS = 20;

export interface ClusterProxyOptions {
  discovery: Pick<DiscoveryService, 'getBaseUrl'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials' | 'getPluginRequestToken'>;
}

export interface ProxyRequest {
  /** Name of the Kubernetes plugin's cluster. */
  cluster: string;
  /** At the API server, with the query. */
  path: string;
  method?: 'GET' | 'PATCH' | 'POST';
  headers: Record<string, string>;
  body?: string;
  /** Default: none. */
  userTokens?: UserTokens;
}

/** What an API server answers, as a whole. */
export interface ProxyAnswer {
  status: number;
  /** `undefined` where it is not JSON. */
  body: unknown;
  credentials: ClusterCredentials;
}

/**
 * The proxy of the Kubernetes plugin. It is asked in our own name, so whoever calls must have authorized the person; and
 * with the user's token where the Kubernetes plugin has no credentials of its own for a cluster.
 */
export class ClusterProxy {
  static create(options: ClusterProxyOptions): ClusterProxy {
    return new ClusterProxy(options);
  }

  private readonly asking =
    SharedWork.create<ReadonlyMap<string, ClusterCredentials>>();
  private known:
    | { at: number; clusters: ReadonlyMap<string, ClusterCredentials> }
    | undefined;

  private constructor(private readonly options: ClusterProxyOptions) {}

  /**
   * Whose credentials a cluster is asked with; the plugin is asked for it again every minute. A cluster that it does not
   * know is refused by the proxy.
   *
   * @throws ServiceUnavailableError where the Kubernetes plugin does not answer
   */
  async credentialsOf(
    cluster: string,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<ClusterCredentials> {
    const clusters = await this.clusters({ signal });
    return clusters.get(cluster) ?? { of: 'own' };
  }

  /**
   * The clusters that the Kubernetes plugin has, by their names.
   *
   * @throws as {@link ClusterProxy.credentialsOf}
   */
  async clusters({ signal }: { signal?: AbortSignal } = {}): Promise<
    ReadonlyMap<string, ClusterCredentials>
  > {
    if (!this.known || Date.now() - this.known.at > KEPT_MILLISECONDS) {
      const clusters = await this.asking.run(
        'clusters',
        shared => this.askForClusters(shared),
        signal,
      );
      this.known = { at: Date.now(), clusters };
    }
    return this.known.clusters;
  }

  /**
   * Rejects as `fetch` does where the Kubernetes plugin cannot be reached.
   *
   * @throws NotAllowedError where the user's token is needed and not there
   * @throws ServiceUnavailableError where the Kubernetes plugin does not tell its clusters
   */
  async fetch(
    {
      cluster,
      path,
      headers,
      userTokens = UserTokens.none,
      ...init
    }: ProxyRequest,
    { signal }: { signal: AbortSignal },
  ): Promise<{ response: Response; credentials: ClusterCredentials }> {
    const credentials = await this.credentialsOf(cluster, { signal });
    const response = await this.ask(`/proxy${path}`, {
      ...init,
      headers: {
        ...headers,
        ...tokenHeader(cluster, credentials, userTokens),
        'Backstage-Kubernetes-Cluster': cluster,
      },
      signal,
    });
    return { response, credentials };
  }

  /**
   * The same for an answer that comes as a whole, which can stop in the middle as well.
   *
   * @throws as {@link ClusterProxy.fetch}; DeadlineError where it takes longer than {@link ANSWER_SECONDS}
   */
  async answer(
    request: ProxyRequest,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<ProxyAnswer> {
    return withDeadline(
      ANSWER_SECONDS * 1000,
      async either => {
        const { credentials, response } = await this.fetch(request, {
          signal: either,
        });
        return {
          status: response.status,
          body: await jsonOf(response, either),
          credentials,
        };
      },
      signal,
    );
  }

  private async askForClusters(signal: AbortSignal) {
    const body = await this.askForJson('/clusters', signal);
    const parsed = clustersSchema.safeParse(body);
    if (!parsed.success) {
      throw problemError(ServiceUnavailableError, {
        id: 'clustersUnreadable',
        parameters: {},
      });
    }
    return new Map(
      parsed.data.items.map(item => [item.name, clusterCredentials(item)]),
    );
  }

  private async askForJson(
    path: string,
    signal: AbortSignal,
  ): Promise<unknown> {
    try {
      return await withDeadline(
        ANSWER_SECONDS * 1000,
        async either => {
          const response = await this.ask(path, {
            headers: { Accept: 'application/json' },
            signal: either,
          });
          if (response.status === 404) {
            throw problemError(ServiceUnavailableError, {
              id: 'kubernetesMissing',
              parameters: {},
            });
          }
          return response.ok ? jsonOf(response, either) : undefined;
        },
        signal,
      );
    } catch (error) {
      signal.throwIfAborted();
      if (isError(error) && 'problem' in error) {
        throw error;
      }
      throw problemError(
        ServiceUnavailableError,
        {
          id: 'clustersUnreachable',
          parameters: { message: stringifyError(error) },
        },
        error,
      );
    }
  }

  private async ask(
    path: string,
    init: RequestInit & { headers: Record<string, string> },
  ): Promise<Response> {
    const { auth, discovery } = this.options;
    const [baseUrl, { token }] = await Promise.all([
      discovery.getBaseUrl('kubernetes'),
      auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'kubernetes',
      }),
    ]);
    return fetch(`${baseUrl}${path}`, {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${token}` },
      redirect: 'error',
    });
  }
}

function tokenHeader(
  cluster: string,
  credentials: ClusterCredentials,
  userTokens: UserTokens,
): Record<string, string> {
  if (credentials.of === 'own') {
    return {};
  }
  const { header, provider } = credentials;
  const token = userTokens.get(header);
  if (token === undefined) {
    throw problemError(NotAllowedError, {
      id: 'signInMissing',
      parameters: { cluster, provider },
    });
  }
  return { [header]: token };
}
