import { liveObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';
import { renderedPodLabels } from '../renderedPods';

const HASH = 'rollouts-pod-template-hash';

/**
 * On the way back nothing selects by the hash that only pods of a Rollout have. Argo Rollouts writes it into Services and
 * DestinationRules; where Git does not have the key, nobody takes it away again (argo-rollouts#4541).
 */
export const hashLeftBehind = preflightCheck({
  id: 'hash-left-behind',
  severity: 'block',
  pieces: ['services', 'destinationRules'],
  run: ({ enabled, moved, target }, { destinationRules, services }) => {
    if (enabled) {
      return [];
    }
    const selecting = services.value.filter(
      ({ metadata, spec }) =>
        HASH in spec.selector &&
        moved.some(each => {
          const labels = renderedPodLabels(each.after);
          return (
            metadata.namespace === each.namespace &&
            Object.entries(spec.selector).every(
              ([key, value]) => key === HASH || labels.get(key) === value,
            )
          );
        }),
    );
    const hosts = new Set(
      selecting.flatMap(({ metadata: { name, namespace = '' } }) => [
        name,
        `${name}.${namespace}`,
        `${name}.${namespace}.svc`,
        `${name}.${namespace}.svc.cluster.local`,
      ]),
    );
    const rules = destinationRules.value.filter(
      ({ spec }) =>
        spec.subsets.some(({ labels }) => HASH in labels) &&
        (hosts.has(spec.host) || hosts.size === 0),
    );
    return [...selecting, ...(moved.length > 0 ? rules : [])].map(each => ({
      object: liveObject(each, target),
      message: 'hashLeft',
      parameters: {
        kind: each.kind,
        name: each.metadata.name,
        namespace: each.metadata.namespace ?? '',
        hash: HASH,
      },
    }));
  },
});
