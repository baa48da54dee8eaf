import { Manifest } from '../../../variants/manifests/manifests';
import { NamedObject } from '../../gathering/objects/namedObject';
import {
  MovedWorkload,
  namespaceOf,
  RenderedChange,
} from '../../gathering/RenderedChange';
import { Found } from '../preflightCheck';
import { RolloutReference } from './rolloutReferences';

/** Of these there is one for all namespaces. */
const IN_NO_NAMESPACE = ['ClusterAnalysisTemplate'];

/** The Rollouts that a switch makes. */
export function newRollouts({ moved }: RenderedChange): MovedWorkload[] {
  return moved.filter(({ becomes }) => becomes === 'Rollout');
}

/** What Rollouts name that neither Git will have nor the cluster has; what Git has no longer is pruned. */
export function missingReferences(
  change: RenderedChange,
  live: NamedObject[],
  referencesOf: (rollout: Manifest) => RolloutReference[],
): Found[] {
  return newRollouts(change).flatMap(each =>
    referencesOf(each.after)
      .map(reference => ({ reference, place: placeOf(reference, each) }))
      .filter(({ place }) => !isThere(place, change, live))
      .map(
        ({ place, reference }): Found => ({
          object: {
            kind: 'Rollout',
            namespace: each.namespace,
            name: each.name,
          },
          message: 'referenceMissing',
          parameters: {
            rollout: each.name,
            kind: reference.kind,
            name: place.name,
            namespace: place.namespace ?? '',
            field: reference.field,
          },
        }),
      )
      // One is enough for the controller.
      .slice(0, 1),
  );
}

/** What it names, and where the controller looks for that. */
export interface Place {
  kind: string;
  name: string;
  /** Absent for what is in no namespace. */
  namespace: string | undefined;
}

/** A VirtualService may be named with its namespace (argo-rollouts v1.10 utils/istio GetVirtualServiceNamespaceName). */
export function placeOf(
  { kind, name }: RolloutReference,
  { namespace }: MovedWorkload,
): Place {
  if (IN_NO_NAMESPACE.includes(kind)) {
    return { kind, name, namespace: undefined };
  }
  const [own, of = namespace] =
    kind === 'VirtualService' ? name.split('.') : [name];
  return { kind, name: own, namespace: of };
}

export function isThere(
  place: Place,
  { after, before, target }: RenderedChange,
  live: NamedObject[],
): boolean {
  const isRendered = (manifest: Manifest) =>
    isAt(place, {
      kind: manifest.kind,
      metadata: {
        name: manifest.metadata.name ?? '',
        namespace:
          place.namespace === undefined
            ? undefined
            : namespaceOf(manifest, target),
      },
    });
  return (
    after.some(isRendered) ||
    (!before.some(isRendered) && live.some(each => isAt(place, each)))
  );
}

function isAt({ kind, name, namespace }: Place, object: NamedObject): boolean {
  return (
    object.kind === kind &&
    object.metadata.name === name &&
    object.metadata.namespace === namespace
  );
}
