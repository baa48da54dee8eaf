import { isError } from '@backstage/errors';
import { z } from 'zod/v4';
import { listOf, problemOf } from '@progressive-delivery/engine';
import { ClusterCaller, ClusterService } from '../../clusters/ClusterService';
import {
  JourneySurroundings,
  LiveStatus,
  ServiceEndpoints,
} from './JourneySurroundings';

/** The fields of an EndpointSlice (discovery.k8s.io/v1) that are in use. */
const endpointSliceSchema = z.object({
  metadata: z.object({
    name: z.string(),
    labels: z
      .object({ 'kubernetes.io/service-name': z.string().optional() })
      .nullish(),
  }),
  endpoints: listOf(
    z.object({
      conditions: z.object({ ready: z.boolean().nullish() }).nullish(),
      targetRef: z
        .object({ kind: z.string().optional(), name: z.string().optional() })
        .nullish(),
    }),
  ),
});

type EndpointSlice = z.output<typeof endpointSliceSchema>;

/** Reads which Services have pods of these workloads as their endpoints, and how many are ready. */
export async function readEndpoints(
  workloads: LiveStatus[],
  {
    caller,
    cluster,
    clusters,
  }: {
    clusters: Pick<ClusterService, 'list'>;
    /** Absent where the target's cluster is not known. */
    cluster: string | undefined;
    caller: ClusterCaller;
  },
): Promise<JourneySurroundings['endpoints']> {
  if (cluster === undefined) {
    return { state: 'unknown' };
  }
  const services: ServiceEndpoints[] = [];
  for (const namespace of new Set(workloads.map(each => each.namespace))) {
    const own = workloads.filter(each => each.namespace === namespace);
    try {
      const { objects } = await clusters.list(
        { cluster, namespace, resource: 'endpointslices' },
        endpointSliceSchema,
        caller,
      );
      services.push(...own.flatMap(workload => endpointsOf(workload, objects)));
    } catch (error) {
      caller.signal?.throwIfAborted();
      if (!isError(error)) {
        throw error;
      }
      return { state: 'unknown', problem: problemOf(error) };
    }
  }
  return { state: 'known', services };
}

/** A Service has those pods as endpoints that it selects, ready or not. */
function endpointsOf(
  { name: workload, revisions }: Pick<LiveStatus, 'name' | 'revisions'>,
  slices: EndpointSlice[],
): ServiceEndpoints[] {
  const pods = new Set(
    revisions.flatMap(revision => revision.pods.map(({ name }) => name)),
  );
  const ready = new Map<string, number>();
  for (const { endpoints, metadata } of slices) {
    const service = metadata.labels?.['kubernetes.io/service-name'];
    const own = endpoints.filter(
      ({ targetRef }) =>
        targetRef?.kind === 'Pod' && pods.has(targetRef.name ?? ''),
    );
    if (service !== undefined && own.length > 0) {
      ready.set(
        service,
        (ready.get(service) ?? 0) +
          // Absent means ready (discovery/v1 EndpointConditions).
          own.filter(({ conditions }) => conditions?.ready ?? true).length,
      );
    }
  }
  return Array.from(ready, ([service, count]) => ({
    service,
    workload,
    ready: count,
  }));
}
