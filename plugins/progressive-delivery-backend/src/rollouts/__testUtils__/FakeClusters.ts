import { z, ZodType } from 'zod/v4';
import { ClusterRequest, ListRequest } from '../../clusters/clusterRequest';
import { ClusterService } from '../../clusters/ClusterService';
import { addObject, ObjectList } from '../../clusters/unreadableObjects';
import { objectsOf } from './scenario';

const KINDS: Partial<Record<ClusterRequest['resource'], string>> = {
  deployments: 'Deployment',
  rollouts: 'Rollout',
  replicasets: 'ReplicaSet',
  pods: 'Pod',
  analysisruns: 'AnalysisRun',
  experiments: 'Experiment',
  services: 'Service',
  events: 'Event',
};

/** What the field selectors that are in use let through. */
const SELECTED: Record<string, (event: SelectedEvent) => boolean> = {
  'type=Warning': ({ type }) => type === 'Warning',
  'involvedObject.kind=Rollout,type=Normal': ({ involvedObject, type }) =>
    involvedObject.kind === 'Rollout' && type === 'Normal',
};

const eventSchema = z.object({
  type: z.string(),
  involvedObject: z.object({ kind: z.string() }),
});
type SelectedEvent = z.infer<typeof eventSchema>;

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
    { cluster, fieldSelector, namespace, resource }: ListRequest,
    schema: Schema,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<ObjectList<z.output<Schema>>> {
    this.asked.push(`${cluster}/${namespace}/${resource}`);
    await new Promise(resolve => setImmediate(resolve));
    signal?.throwIfAborted();
    const failure = this.failures.get(`${namespace}/${resource}`);
    if (failure) {
      throw failure;
    }
    const list: ObjectList<z.output<Schema>> = { objects: [], unreadable: [] };
    this.objects
      .filter(
        object =>
          object.kind === KINDS[resource] &&
          metadataSchema.parse(object).metadata.namespace === namespace,
      )
      .filter(
        object =>
          !fieldSelector || SELECTED[fieldSelector](eventSchema.parse(object)),
      )
      .forEach(object => addObject(list, schema, object));
    return list;
  }
}
