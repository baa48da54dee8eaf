import { fieldOf, partsOf } from '../../../variants/manifests/fields';
import { quantityOf } from '../../../variants/comparing/quantity';
import { LiveResourceQuota } from '../../gathering/objects/selecting';
import { MovedWorkload } from '../../gathering/RenderedChange';
import { liveObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';
import { renderedPodSpec } from '../../../variants/manifests/renderedPods';

/** What of a quota a pod takes, by the names that a ResourceQuota gives it. */
const TAKEN: Record<string, [part: string, resource: string]> = {
  'requests.cpu': ['requests', 'cpu'],
  cpu: ['requests', 'cpu'],
  'requests.memory': ['requests', 'memory'],
  memory: ['requests', 'memory'],
  'limits.cpu': ['limits', 'cpu'],
  'limits.memory': ['limits', 'memory'],
};

/** Both kinds run side by side for some seconds: there is room for the pods of one more. Scoped quotas are taken for all pods. */
export const quotaLeft = preflightCheck({
  id: 'quota-left',
  severity: 'block',
  pieces: ['quotas'],
  run: ({ moved, target }, { quotas }) =>
    quotas.value.flatMap((quota): Found[] => {
      const inNamespace = moved.filter(
        ({ namespace }) => namespace === quota.metadata.namespace,
      );
      const short = shortOf(quota, inNamespace);
      return short
        ? [
            {
              object: liveObject(quota, target),
              message: 'quotaExceeded',
              parameters: {
                quota: quota.metadata.name,
                namespace: quota.metadata.namespace ?? '',
                workloads: inNamespace.map(({ name }) => name),
                ...short,
              },
            },
          ]
        : [];
    }),
});

function shortOf({ status }: LiveResourceQuota, moved: MovedWorkload[]) {
  for (const [resource, hard] of Object.entries(status.hard)) {
    const most = quantityOf(hard);
    const used = quantityOf(status.used[resource] ?? 0);
    if (most === undefined || used === undefined) {
      continue;
    }
    const taken = moved.reduce(
      (sum, each) => sum + takenBy(each, resource),
      0n,
    );
    if (taken > 0n && used + taken > most) {
      return {
        resource,
        hard: String(hard),
        used: String(status.used[resource] ?? 0),
      };
    }
  }
  return undefined;
}

/** In billionths. */
function takenBy({ after }: MovedWorkload, resource: string): bigint {
  const replicas = BigInt(replicasOf(fieldOf(after.spec, 'replicas')));
  if (resource === 'pods' || resource === 'count/pods') {
    return replicas * 1_000_000_000n;
  }
  const place = Object.hasOwn(TAKEN, resource) ? TAKEN[resource] : undefined;
  if (!place) {
    return 0n;
  }
  const [part, name] = place;
  const containers = partsOf(fieldOf(renderedPodSpec(after), 'containers'));
  return containers.reduce(
    (sum, [, container]) =>
      sum +
      replicas *
        (quantityOf(
          fieldOf(fieldOf(fieldOf(container, 'resources'), part), name),
        ) ?? 0n),
    0n,
  );
}

function replicasOf(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
    ? value
    : 1;
}
