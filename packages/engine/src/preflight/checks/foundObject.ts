import { FindingObject } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Application } from '../../targets/applications/application';
import { DeliveryTarget } from '../../targets/applications/DeliveryTarget';
import { Manifest } from '../../variants/manifests/manifests';
import { MovedWorkload, namespaceOf } from '../gathering/RenderedChange';

/** A rendered object. */
export function renderedObject(
  manifest: Manifest,
  target: DeliveryTarget,
): FindingObject {
  return {
    kind: manifest.kind,
    namespace: namespaceOf(manifest, target),
    name: manifest.metadata.name ?? manifest.metadata.generateName ?? '',
  };
}

/** A workload that changes its kind, as the kind that it is before. */
export function movedObject({
  kind,
  name,
  namespace,
}: MovedWorkload): FindingObject {
  return { kind, namespace, name };
}

/** An object that was read in the target's cluster. */
export function liveObject(
  {
    kind,
    metadata,
  }: {
    kind: string;
    metadata: { name: string; namespace?: string };
  },
  { destination }: DeliveryTarget,
): FindingObject {
  return {
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
    cluster: destination.cluster,
  };
}

/** The Application that delivers a target. */
export function applicationObject({
  metadata: { name, namespace },
}: Application): FindingObject {
  return { kind: 'Application', namespace, name };
}
