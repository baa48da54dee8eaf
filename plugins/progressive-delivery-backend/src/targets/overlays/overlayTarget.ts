import { createHash } from 'node:crypto';
import { Entity } from '@backstage/catalog-model';
import { AllowRule } from '../../allowRule';
import { ClusterQuestion, findAllowRule } from '../access/allowRules';
import { DeliveredEntity } from '../access/DeliveredEntity';
import { isClusterName, isNamespaceName } from '../applications/clusterNames';
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
 * looking at what runs, whose cluster and namespace are the author's word as well: only a rule that names the cluster
 * gives it.
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
  const id = overlayTargetId(place);
  const unusable = (
    reason: UnusableReference['reason'],
    message: string,
    remedies: string[],
  ) => ({ reference, targetIds: [id], reason, message, remedies });
  if (namespace && !isNamespaceName(namespace)) {
    return unusable(
      'invalid',
      `"${namespace}" in the annotation ${ANNOTATION_NAMESPACE} cannot be the name of a namespace.`,
      ['Correct it: small letters, digits and "-", at most 63 of them.'],
    );
  }
  if (cluster && !isClusterName(cluster)) {
    return unusable(
      'invalid',
      `"${cluster}" in the annotation ${ANNOTATION_CLUSTER} cannot be the name of a cluster.`,
      ["Correct it: write the Kubernetes plugin's name of the cluster."],
    );
  }
  const ruleFor = (repository: string, asked: ClusterQuestion) =>
    findAllowRule(allow, {
      entity: delivered,
      repositories: [repository],
      cluster: asked,
      namespace,
    });
  const wanted = `Add a rule to progressiveDelivery.allow in the app-config: ${writeAllowRule(
    {
      entities: [delivered.entityRef],
      projects: ['*'],
      repositories: [place.repository],
      ...(cluster && { clusters: [cluster] }),
      namespaces: [namespace ?? '*'],
    },
  )}`;
  if (by === 'url' && !ruleFor(place.repository, { kind: 'none' })) {
    return unusable(
      'not-allowed',
      `No rule of progressiveDelivery.allow lets ${delivered.entityRef} use this repository and namespace.`,
      [
        wanted,
        'Or name the Argo CD Application that delivers it in argocd/app-name, and let that point back.',
      ],
    );
  }
  const live =
    cluster && ruleFor(place.repository, { kind: 'claimed', name: cluster });
  return {
    kind: 'overlay',
    id,
    title: place.path,
    sources: [place],
    destination: { cluster: live ? cluster : undefined, namespace },
    permitsCharts: repository =>
      ruleFor(repository, { kind: 'none' }) !== undefined,
    ownedSwitches:
      delivered.switches === 'all' ? undefined : delivered.switches,
    problems:
      cluster && !live
        ? [
            ...delivered.problems,
            `What runs is not shown, because no rule allows this cluster and namespace. ${wanted}`,
          ]
        : delivered.problems,
  };
}
