import { liveObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';
import {
  hasLabels,
  renderedPodLabels,
} from '../../../variants/manifests/renderedPods';

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
    const leading = services.value.filter(({ metadata, spec }) => {
      const { [HASH]: _, ...selector } = spec.selector;
      return moved.some(
        each =>
          metadata.namespace === each.namespace &&
          hasLabels(renderedPodLabels(each.after), Object.entries(selector)),
      );
    });
    const selecting = leading.filter(({ spec }) => HASH in spec.selector);
    const rules = destinationRules.value.filter(
      ({ metadata, spec }) =>
        spec.subsets.some(({ labels }) => HASH in labels) &&
        leading.some(service =>
          hostsOf(service.metadata, metadata.namespace).includes(spec.host),
        ),
    );
    return [...selecting, ...rules].map(each => ({
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

/** What a Service is called by whoever is in a namespace: in its own by its name alone. */
function hostsOf(
  { name, namespace = '' }: { name: string; namespace?: string },
  within: string | undefined,
): string[] {
  const qualified = ['', '.svc', '.svc.cluster.local'].map(
    suffix => `${name}.${namespace}${suffix}`,
  );
  return within === namespace ? [name, ...qualified] : qualified;
}
