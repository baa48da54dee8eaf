import { createHash } from 'node:crypto';
import { Entity } from '@backstage/catalog-model';
import { AllowRule } from '../../config';
import { findAllowRule } from '../access/allowRules';
import { DeliveredEntity } from '../access/DeliveredEntity';
import { OverlayTarget } from '../applications/DeliveryTarget';
import { writeAllowRule } from '../access/notAllowed';
import { OverlayReference } from './overlayReferences';
import { RepositoryPlace } from './overlayUrl';
import { UnusableReference } from '../applications/UnusableReference';

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

/**
 * The target of an overlay whose Argo CD we cannot read. What its author may point anywhere needs a rule; so does
 * looking at what runs, whose cluster and namespace are the author's word as well.
 */
export function overlayTarget(
  { by, place, reference }: OverlayReference,
  entity: Entity,
  delivered: DeliveredEntity,
  allow: readonly AllowRule[],
): OverlayTarget | UnusableReference {
  const annotations = entity.metadata.annotations ?? {};
  const cluster = annotations[ANNOTATION_CLUSTER]?.trim() || undefined;
  const namespace = annotations[ANNOTATION_NAMESPACE]?.trim() || undefined;
  const rule = findAllowRule(allow, {
    owners: delivered.owners,
    repositories: [place.repository],
    namespace,
  });
  const wanted = `Add a rule to progressiveDelivery.allow in the app-config: ${writeAllowRule(
    {
      owners: delivered.owners,
      projects: ['*'],
      repositories: [place.repository],
      namespaces: [namespace ?? '*'],
    },
  )}`;
  const id = overlayTargetId(place);
  if (by === 'url' && !rule) {
    return {
      reference,
      targetIds: [id],
      reason: 'not-allowed',
      message: `No rule of progressiveDelivery.allow lets the owners of ${delivered.entityRef} use this repository and namespace.`,
      remedies: [
        wanted,
        'Or name the Argo CD Application that delivers it in argocd/app-name, and let that point back.',
      ],
    };
  }
  const problems = [...delivered.problems];
  if (cluster && !rule) {
    problems.push(
      `What runs is not shown, because no rule allows it. ${wanted}`,
    );
  }
  return {
    kind: 'overlay',
    id,
    title: place.path,
    sources: [place],
    destination: { cluster: rule && cluster, namespace },
    permitsCharts: repository =>
      findAllowRule(allow, {
        owners: delivered.owners,
        repositories: [repository],
        namespace,
      }) !== undefined,
    ownedSwitches:
      delivered.switches === 'all' ? undefined : delivered.switches,
    problems,
  };
}
