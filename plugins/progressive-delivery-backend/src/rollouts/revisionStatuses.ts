import { RevisionStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { groupByOwner } from './groupByOwner';
import { PodObject } from './podObject';
import { podStatus } from './podStatus';
import { ReplicaSetObject } from './replicaSetObject';

/** Who controls the ReplicaSets, which tells the annotation that holds their revision. */
export type RevisionAnnotation =
  | 'rollout.argoproj.io/revision'
  | 'deployment.kubernetes.io/revision';

/**
 * The ReplicaSets that a workload owns, newest revision first; those that are old and have no pods are left out.
 *
 * @param replicaSets - of any owner
 * @param pods - of any owner; `undefined` where they could not be read
 */
export function revisionStatuses(options: {
  ownerUid: string;
  annotation: RevisionAnnotation;
  replicaSets: ReplicaSetObject[];
  pods: PodObject[] | undefined;
  roleOf: (replicaSet: ReplicaSetObject) => RevisionStatus['role'];
}): RevisionStatus[] {
  const { ownerUid, annotation, pods = [], roleOf } = options;
  const podsByOwner = groupByOwner(pods);
  return (groupByOwner(options.replicaSets).get(ownerUid) ?? [])
    .map(replicaSet => {
      const { metadata, spec, status } = replicaSet;
      return {
        counted: status.replicas,
        revision: {
          name: metadata.name,
          revision: revisionOf(replicaSet, annotation),
          role: roleOf(replicaSet),
          images: spec.template.spec.containers.flatMap(({ image }) =>
            image ? [image] : [],
          ),
          desired: spec.replicas,
          ready: status.readyReplicas,
          available: status.availableReplicas,
          pods: (podsByOwner.get(metadata.uid) ?? [])
            .map(podStatus)
            .sort(byAge),
        },
      };
    })
    .filter(
      ({ counted, revision }) =>
        revision.role !== 'old' ||
        revision.pods.length > 0 ||
        counted > 0 ||
        revision.desired > 0,
    )
    .map(({ revision }) => revision)
    .sort(
      (one, other) =>
        (other.revision ?? 0) - (one.revision ?? 0) ||
        one.name.localeCompare(other.name),
    );
}

function revisionOf(
  { metadata }: ReplicaSetObject,
  annotation: RevisionAnnotation,
): number | undefined {
  const revision = metadata.annotations?.[annotation];
  return revision && /^\d+$/.test(revision) ? Number(revision) : undefined;
}

function byAge(
  one: { name: string; createdAt?: string },
  other: { name: string; createdAt?: string },
): number {
  return (
    (one.createdAt ?? '').localeCompare(other.createdAt ?? '') ||
    one.name.localeCompare(other.name)
  );
}
