import { z, ZodType } from 'zod/v4';
import { ClusterRequest, ClusterService } from '../../clusters/ClusterService';
import { objectsOf } from './scenario';

const KINDS: Partial<Record<ClusterRequest['resource'], string>> = {
  deployments: 'Deployment',
  rollouts: 'Rollout',
  replicasets: 'ReplicaSet',
  pods: 'Pod',
};

const metadataSchema = z.object({
  metadata: z.object({ namespace: z.string() }),
});

/** A cluster that has the objects of a scenario, for as long as a list of it does not fail. */
export class FakeClusters implements Pick<ClusterService, 'list'> {
  /** What was listed, as `<cluster>/<namespace>/<resource>`. */
  readonly asked: string[] = [];
  /** What fails, by `<namespace>/<resource>`. */
  readonly failures = new Map<string, Error>();
  objects: ReturnType<typeof objectsOf>;

  constructor(...scenarios: string[]) {
    this.objects = scenarios.flatMap(objectsOf);
  }

  async list<Schema extends ZodType>(
    { cluster, namespace, resource }: ClusterRequest,
    schema: Schema,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<z.output<Schema>[]> {
    this.asked.push(`${cluster}/${namespace}/${resource}`);
    await new Promise(resolve => setImmediate(resolve));
    signal?.throwIfAborted();
    const failure = this.failures.get(`${namespace}/${resource}`);
    if (failure) {
      throw failure;
    }
    return this.objects
      .filter(
        object =>
          object.kind === KINDS[resource] &&
          metadataSchema.parse(object).metadata.namespace === namespace,
      )
      .map(object => schema.parse(object));
  }
}
