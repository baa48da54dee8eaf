import { z, ZodType } from 'zod/v4';
import { SharedWork } from '@progressive-delivery/engine';
import { ClusterProxy } from '../../clusters/ClusterProxy';
import { ClusterCaller, ClusterService } from '../../clusters/ClusterService';
import { ClusterResource } from '../../clusters/clusterResources';
import { Latest, latestOf } from '../../clusters/latestOf';
import { UnreadableObject } from '../../clusters/unreadableObjects';
import { UserTokens } from '../../clusters/UserTokens';

/** Where objects are listed. */
export interface Place {
  /** Name of the Kubernetes plugin's cluster. */
  cluster: string;
  namespace: string;
}

/** What was there at a time. */
export interface Listed<T> {
  /** When the cluster was asked, or when it last said that nothing else had changed. */
  askedAt: Date;
  objects: T[];
  /** What is there as well and cannot be read. */
  unreadable: UnreadableObject[];
}

export interface NamespaceListOptions<Schema extends ZodType> {
  clusters: Pick<ClusterService, 'list'>;
  proxy: Pick<ClusterProxy, 'credentialsOf'>;
  resource: ClusterResource<'list'>;
  schema: Schema;
  /** What of the kind is listed at all. Default: everything. */
  fieldSelector?: string;
  /** Which of these are of interest. Default: all. */
  keep?: (object: z.output<Schema>) => boolean;
  /** How many of these, the latest. Default: all. */
  latest?: Latest<z.output<Schema>>;
  /** What is known without asking, because it is being watched. */
  watched?: (place: Place) => Listed<z.output<Schema>> | undefined;
}

/** Lists the objects of a kind in a namespace, once for all who ask at the same time, or not at all if watched. */
export class NamespaceList<Schema extends ZodType> {
  static create<Schema extends ZodType>(
    options: NamespaceListOptions<Schema>,
  ): NamespaceList<Schema> {
    return new NamespaceList(options);
  }

  private readonly shared = SharedWork.create<Listed<z.output<Schema>>>();

  private constructor(private readonly options: NamespaceListOptions<Schema>) {}

  /** @throws as `ClusterService.list` */
  async list(
    { cluster, namespace }: Place,
    { signal, userTokens = UserTokens.none }: ClusterCaller = {},
  ): Promise<Listed<z.output<Schema>>> {
    const {
      clusters,
      fieldSelector,
      keep,
      latest,
      proxy,
      resource,
      schema,
      watched,
    } = this.options;
    signal?.throwIfAborted();
    const known = watched?.({ cluster, namespace });
    if (known) {
      return known;
    }
    const credentials = await proxy.credentialsOf(cluster, { signal });
    return this.shared.run(
      // What one user may see is no answer for another.
      [
        cluster,
        namespace,
        ...(credentials.of === 'user'
          ? [userTokens.keyOf(credentials.header)]
          : []),
      ].join('/'),
      async sharedSignal => {
        const askedAt = new Date();
        const { objects, unreadable } = await clusters.list(
          { cluster, namespace, resource, fieldSelector },
          schema,
          { signal: sharedSignal, userTokens },
        );
        const kept = keep ? objects.filter(keep) : objects;
        return {
          askedAt,
          objects: latest ? latestOf(kept, latest) : kept,
          unreadable,
        };
      },
      signal,
    );
  }
}
