import { isError, ServiceUnavailableError } from '@backstage/errors';
import { ZodType, z } from 'zod/v4';
import {
  cannotPreview,
  Capabilities,
  CapabilitiesOfClusters,
  SharedWork,
} from '@progressive-delivery/engine';
import {
  apiVersionsFrom,
  discoverySchema,
  versionSchema,
} from './capabilitiesFrom';
import { ClusterProxy, ProxyAnswer } from './ClusterProxy';

/** A cluster is not upgraded, and no custom resource definition is added, more often than that matters. */
const KEPT_MILLISECONDS = 5 * 60_000;

/** Kubernetes 1.30 and newer, and 1.27 and newer. */
const AGGREGATED = ['v2', 'v2beta1']
  .map(
    version =>
      `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`,
  )
  .join(',');

/** Tells what charts see of the Kubernetes plugin's clusters. */
export class ClusterCapabilities implements CapabilitiesOfClusters {
  static create(options: { proxy: ClusterProxy }): ClusterCapabilities {
    return new ClusterCapabilities(options);
  }

  private readonly asking = SharedWork.create<Capabilities>();
  private readonly known = new Map<
    string,
    { at: number; capabilities: Capabilities }
  >();

  private constructor(private readonly options: { proxy: ClusterProxy }) {}

  /**
   * As the cluster was at most five minutes ago, or when it last answered. `undefined` of a cluster that each user signs
   * in at: what is rendered is the same for all.
   *
   * @throws ServiceUnavailableError where it has never answered
   */
  async of(
    cluster: string,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Capabilities | undefined> {
    const { proxy } = this.options;
    const known = this.known.get(cluster);
    if (known && Date.now() - known.at < KEPT_MILLISECONDS) {
      return known.capabilities;
    }
    try {
      const credentials = await proxy.credentialsOf(cluster, { signal });
      if (credentials.of === 'user') {
        return undefined;
      }
      const capabilities = await this.asking.run(
        cluster,
        shared => this.ask(cluster, shared),
        signal,
      );
      this.known.set(cluster, { at: Date.now(), capabilities });
      return capabilities;
    } catch (error) {
      signal?.throwIfAborted();
      if (known && isError(error) && error.name === 'ServiceUnavailableError') {
        // A preview is not worth less while the cluster is away.
        return known.capabilities;
      }
      throw error;
    }
  }

  private async ask(
    cluster: string,
    signal: AbortSignal,
  ): Promise<Capabilities> {
    const [version, ...lists] = await Promise.all([
      this.get(cluster, '/version', versionSchema, signal),
      this.get(cluster, '/api', discoverySchema, signal),
      this.get(cluster, '/apis', discoverySchema, signal),
    ]);
    return {
      kubeVersion: version.gitVersion,
      apiVersions: apiVersionsFrom(lists),
    };
  }

  private async get<Schema extends ZodType>(
    cluster: string,
    path: string,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.output<Schema>> {
    const parameters = { cluster, path };
    let answer: ProxyAnswer;
    try {
      answer = await this.options.proxy.answer(
        {
          cluster,
          path,
          headers: {
            Accept: path === '/version' ? 'application/json' : AGGREGATED,
            'Accept-Encoding': 'identity',
          },
        },
        { signal },
      );
    } catch (error) {
      signal.throwIfAborted();
      throw cannotPreview(
        { id: 'clusterVersionUnknown', parameters },
        ServiceUnavailableError,
        error,
      );
    }
    if (answer.status !== 200) {
      throw cannotPreview(
        {
          id: 'clusterVersionRefused',
          parameters: { ...parameters, status: answer.status },
        },
        ServiceUnavailableError,
      );
    }
    const parsed = schema.safeParse(answer.body);
    if (!parsed.success) {
      throw cannotPreview(
        { id: 'clusterVersionInvalid', parameters },
        ServiceUnavailableError,
      );
    }
    return parsed.data;
  }
}
