import { WorkloadKind } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** What a workload of a target is known by. */
export function workloadKey(workload: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  return `${workload.kind}/${workload.namespace}/${workload.name}`;
}

/** What a key stands for. */
export function keyedWorkload(key: string): {
  kind: WorkloadKind;
  namespace: string;
  name: string;
} {
  const [kind, namespace, name] = key.split('/');
  return {
    kind: kind === 'Rollout' ? 'Rollout' : 'Deployment',
    namespace,
    name,
  };
}
