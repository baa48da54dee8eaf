import {
  hasLabels,
  renderedPodLabels,
} from '../../../variants/manifests/renderedPods';
import {
  LiveDestinationRule,
  LiveService,
} from '../../gathering/objects/selecting';
import { RolloutsControllers } from '../../gathering/objects/rolloutsController';
import { MovedWorkload } from '../../gathering/RenderedChange';
import { liveObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';
import { controllerOf } from './controllerOf';

const HASH = 'rollouts-pod-template-hash';
const MANAGED_BY = 'argo-rollouts.argoproj.io/managed-by-rollouts';

/**
 * On the way back nothing selects by the hash that only pods of a Rollout have. Argo Rollouts writes it into Services and
 * DestinationRules, and takes it out of those that name the Rollout in an annotation once that is gone (argo-rollouts v1.10
 * service/service.go generateRemovePatch, rollout/trafficrouting/istio/controller.go syncDestinationRule). What lacks the
 * annotation keeps the hash (argo-rollouts#4541).
 */
export const hashLeftBehind = preflightCheck({
  id: 'hash-left-behind',
  severity: 'block',
  direction: 'to-deployments',
  pieces: ['services', 'destinationRules', 'controllers'],
  run: ({ moved, target }, { controllers, destinationRules, services }) =>
    moved.flatMap(each =>
      selecting(each, services.value, destinationRules.value).map(
        (selector): Found => {
          const { annotations, name, namespace = '' } = selector.metadata;
          const about = {
            object: liveObject(selector, target),
            parameters: {
              kind: selector.kind,
              name,
              namespace,
              hash: HASH,
            },
          };
          return annotations[MANAGED_BY] === each.name &&
            isLookedAfter(each, controllers.value)
            ? { ...about, severity: 'warn', message: 'hashRemovedLate' }
            : { ...about, message: 'hashLeft' };
        },
      ),
    ),
});

function isLookedAfter(
  { before, namespace }: MovedWorkload,
  controllers: RolloutsControllers,
): boolean {
  return ['runs', 'unseen'].includes(
    controllerOf(before, namespace, controllers).state,
  );
}

/** The Services of a workload and the DestinationRules for them that select by the hash. */
function selecting(
  { after, namespace }: MovedWorkload,
  services: LiveService[],
  rules: LiveDestinationRule[],
): (LiveService | LiveDestinationRule)[] {
  const leading = services.filter(({ metadata, spec }) => {
    const { [HASH]: _, ...selector } = spec.selector;
    return (
      metadata.namespace === namespace &&
      hasLabels(renderedPodLabels(after), Object.entries(selector))
    );
  });
  return [
    ...leading.filter(({ spec }) => HASH in spec.selector),
    ...rules.filter(
      ({ metadata, spec }) =>
        spec.subsets.some(({ labels }) => HASH in labels) &&
        leading.some(service =>
          hostsOf(service.metadata, metadata.namespace).includes(spec.host),
        ),
    ),
  ];
}

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
