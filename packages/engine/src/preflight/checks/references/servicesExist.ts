import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReasonContent } from '../../../cannotPreview';
import { fieldOf, partsOf } from '../../../variants/manifests/fields';
import { groupOf, Manifest } from '../../../variants/manifests/manifests';
import { renderedPodLabels } from '../../../variants/manifests/renderedPods';
import { LiveService } from '../../gathering/objects/selecting';
import { namespaceOf, RenderedChange } from '../../gathering/RenderedChange';
import { Found, preflightCheck } from '../preflightCheck';
import { missingReferences, newRollouts } from './missingReferences';
import { servicesNamed } from './rolloutReferences';

const HASH = 'rollouts-pod-template-hash';
const MANAGED_BY = 'argo-rollouts.argoproj.io/managed-by-rollouts';

/**
 * The Services that a Rollout names are there, select its pods, and are of no other Rollout (argo-rollouts v1.10
 * pkg/apis/rollouts/validation/validation_references.go ValidateService).
 */
export const servicesExist = preflightCheck({
  id: 'services-exist',
  severity: 'block',
  pieces: ['services'],
  concerns: change =>
    newRollouts(change).some(({ after }) => servicesNamed(after).length > 0),
  run: (change, { services }) => [
    ...missingReferences(change, services.value, servicesNamed),
    ...newRollouts(change).flatMap(each =>
      servicesNamed(each.after)
        .flatMap(({ field, name }): Found[] => {
          const because = whyUnfit(
            each.after,
            serviceOf(name, each.namespace, change, services.value),
          );
          return because
            ? [
                {
                  object: {
                    kind: 'Rollout',
                    namespace: each.namespace,
                    name: each.name,
                  },
                  message: 'serviceUnfit',
                  parameters: {
                    rollout: each.name,
                    service: name,
                    field,
                    because: toMessage('reason', because),
                  },
                },
              ]
            : [];
        })
        .slice(0, 1),
    ),
  ],
});

interface Service {
  selector: [string | number, unknown][];
  /** The Rollout that manages it by now. */
  managedBy: string | undefined;
}

/** What Git holds decides over the selector, and the cluster over who manages it. */
function serviceOf(
  name: string,
  namespace: string | undefined,
  { after, target }: RenderedChange,
  services: LiveService[],
): Service {
  const rendered = after.find(
    each =>
      each.kind === 'Service' &&
      groupOf(each) === '' &&
      each.metadata.name === name &&
      namespaceOf(each, target) === namespace,
  );
  const live = services.find(
    ({ metadata }) =>
      metadata.name === name && metadata.namespace === namespace,
  );
  return {
    selector: partsOf(
      rendered ? fieldOf(rendered.spec, 'selector') : live?.spec.selector,
    ),
    managedBy: live?.metadata.annotations[MANAGED_BY],
  };
}

function whyUnfit(
  rollout: Manifest,
  { managedBy, selector }: Service,
): ReasonContent | undefined {
  const labels = renderedPodLabels(rollout);
  const other = selector.find(
    ([key, value]) => key !== HASH && labels.get(String(key)) !== value,
  );
  if (other) {
    const [key, value] = other;
    return {
      id: 'selectsOtherPods',
      parameters: { key: String(key), value: String(value) },
    };
  }
  return managedBy !== undefined && managedBy !== rollout.metadata.name
    ? { id: 'managedByRollout', parameters: { rollout: managedBy } }
    : undefined;
}
