import { createHash } from 'node:crypto';
import { Entity } from '@backstage/catalog-model';
import {
  ContentOf,
  Remedy,
  UnusableReason,
  visibleText,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { OverlayTarget } from '@progressive-delivery/engine';
import { AllowRule } from '../../allowRule';
import { decideOverlayAccess } from '../access/decideAccess';
import { DeliveredEntity } from '../access/DeliveredEntity';
import { isClusterName, isNamespaceName } from '../applications/clusterNames';
import { liveNotAllowed, overlayNotAllowed } from '../access/notAllowed';
import { OverlayReference } from './overlayReferences';
import { RepositoryPlace } from './overlayUrl';
import {
  UnusableReference,
  unusableReference,
} from '../applications/UnusableReference';

const ANNOTATION_CLUSTER = 'backstage.io/kubernetes-cluster';
const ANNOTATION_NAMESPACE = 'backstage.io/kubernetes-namespace';

/** The overlay's path as a slug, with a hash of its repository, revision and exact path. */
export function overlayTargetId(place: RepositoryPlace): string {
  const slug = place.path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(-60)
    .replace(/^-/, '');
  const hash = createHash('sha256')
    .update(JSON.stringify([place.repository, place.revision, place.path]))
    .digest('hex')
    .slice(0, 8);
  return `${slug || 'root'}-${hash}`;
}

/** The target of an overlay whose Argo CD we cannot read. */
export function overlayTarget(
  { by, place, reference }: OverlayReference,
  entity: Entity,
  delivered: DeliveredEntity,
  allow: readonly AllowRule[],
): OverlayTarget | UnusableReference {
  const annotations = entity.metadata.annotations ?? {};
  const cluster = annotations[ANNOTATION_CLUSTER]?.trim() || undefined;
  const namespace = annotations[ANNOTATION_NAMESPACE]?.trim() || undefined;
  const id = overlayTargetId(place);
  const invalid = (
    message: ContentOf<UnusableReason>,
    remedy: ContentOf<Remedy>,
  ) =>
    unusableReference({
      reference,
      targetIds: [id],
      reason: 'invalid',
      message,
      remedies: [remedy],
    });
  if (namespace && !isNamespaceName(namespace)) {
    return invalid(
      {
        id: 'annotatedNamespaceInvalid',
        parameters: {
          annotation: ANNOTATION_NAMESPACE,
          name: visibleText(namespace),
        },
      },
      { id: 'correctNamespaceName', parameters: {} },
    );
  }
  if (cluster && !isClusterName(cluster)) {
    return invalid(
      {
        id: 'annotatedClusterInvalid',
        parameters: {
          annotation: ANNOTATION_CLUSTER,
          name: visibleText(cluster),
        },
      },
      { id: 'correctCluster', parameters: {} },
    );
  }
  const claimed = { repository: place.repository, cluster, namespace };
  const access = decideOverlayAccess({
    ...claimed,
    entity: delivered,
    anywhere: by === 'url',
    allow,
  });
  if (!access.allowed) {
    return overlayNotAllowed({
      reference,
      entity: delivered,
      place: claimed,
      targetIds: [id],
    });
  }
  return {
    kind: 'overlay',
    id,
    title: place.path,
    sources: [place],
    destination: { cluster: access.live ? cluster : undefined, namespace },
    permitsCharts: access.permitsCharts,
    ownedSwitches:
      delivered.switches === 'all' ? undefined : delivered.switches,
    problems:
      cluster && !access.live
        ? [...delivered.problems, liveNotAllowed(delivered, claimed)]
        : delivered.problems,
  };
}
