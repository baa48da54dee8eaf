import { NotFoundError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import { z, ZodType } from 'zod/v4';
import { ClusterCaller, ClusterService } from '../../clusters/ClusterService';
import { ClusterRequest, ListRequest } from '../../clusters/clusterRequest';
import { ObjectList } from '../../clusters/unreadableObjects';
import { UserTokens } from '../../clusters/UserTokens';

type Clusters = Pick<ClusterService, 'list' | 'read'>;

/** Milliseconds after which a cluster is asked again. */
const REMEMBERED = 30_000;

/** Of all clusters together. */
const MOST_REMEMBERED = 1_000;

/**
 * Clusters, of which it is remembered for 30 seconds which kinds they do not have, and how they define others: each preview
 * would ask for that again, and a definition is large. That one is missing is not remembered, so that it is seen at once
 * when somebody adds it; and nothing that was read with a user's own token.
 */
export class ServedKinds implements Clusters {
  static create(options: {
    clusters: Clusters;
    /** Default: 30,000. */
    milliseconds?: number;
  }): ServedKinds {
    return new ServedKinds(options);
  }

  private readonly clusters: Clusters;
  private readonly missing: LRUCache<string, NotFoundError>;
  private readonly definitions: LRUCache<string, object>;

  private constructor({
    clusters,
    milliseconds: ttl = REMEMBERED,
  }: {
    clusters: Clusters;
    milliseconds?: number;
  }) {
    this.clusters = clusters;
    this.missing = new LRUCache({ max: MOST_REMEMBERED, ttl });
    this.definitions = new LRUCache({ max: MOST_REMEMBERED, ttl });
  }

  async list<Schema extends ZodType>(
    request: ListRequest,
    schema: Schema,
    caller: ClusterCaller & { most?: number } = {},
  ): Promise<ObjectList<z.output<Schema>>> {
    const key = JSON.stringify([request.cluster, request.resource]);
    const missing = isOwn(caller) ? this.missing.get(key) : undefined;
    if (missing) {
      throw missing;
    }
    try {
      return await this.clusters.list(request, schema, caller);
    } catch (error) {
      if (error instanceof NotFoundError && isOwn(caller)) {
        this.missing.set(key, error);
      }
      throw error;
    }
  }

  async read<Schema extends ZodType>(
    request: ClusterRequest<'get'> & { name: string },
    schema: Schema,
    caller: ClusterCaller = {},
  ): Promise<z.output<Schema> | undefined> {
    const { cluster, name, resource } = request;
    if (resource !== 'customresourcedefinitions' || !isOwn(caller)) {
      return this.clusters.read(request, schema, caller);
    }
    const key = JSON.stringify([cluster, name]);
    const known = this.definitions.get(key);
    if (known) {
      return schema.parse(known);
    }
    const definition = await this.clusters.read(request, schema, caller);
    if (typeof definition === 'object' && definition !== null) {
      this.definitions.set(key, definition);
    }
    return definition;
  }
}

/** Whether what is read may be remembered for others: no user's own token is used. */
export function isOwn({
  userTokens = UserTokens.none,
}: ClusterCaller): boolean {
  return userTokens.isEmpty;
}
