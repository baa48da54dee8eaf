import {
  Reason,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReasonContent } from '../../../cannotPreview';
import { fieldOf, partsOf } from '../../../variants/manifests/fields';
import { Manifest, workloadKind } from '../../../variants/manifests/manifests';
import { renderedPodSpec } from '../../../variants/manifests/renderedPods';
import { servicesOf } from '../../../variants/comparing/servicesOf';
import { namespaceOf, RenderedChange } from '../../gathering/RenderedChange';
import { renderedObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';
import { scalerOf } from './scalersFollow';
import { usesOf } from './usesOf';

/** What goes with them cannot be applied again: data, or everything that they hold. */
const HOLDING = [
  'PersistentVolumeClaim',
  'Namespace',
  'CustomResourceDefinition',
];

/** More of them say nothing new. */
const MOST_OBJECTS = 5;

/**
 * The switch takes nothing away that is needed but the workload whose kind changes, under the same name: what is removed is
 * pruned, and a workload of another name is one more workload.
 */
export const onlyTheKind = preflightCheck({
  id: 'only-the-kind',
  severity: 'block',
  pieces: [],
  run: change =>
    change.comparison.changes.flatMap((each): Found[] => {
      if (each.change !== 'removed') {
        return [];
      }
      const { kind, metadata } = each.before;
      const object = renderedObject(each.before, change.target);
      const parameters = { kind, name: metadata.name ?? '' };
      if (workloadKind(each.before)) {
        const others = change.after
          .filter(workloadKind)
          .map(other => `${other.kind} ${other.metadata.name ?? ''}`);
        return [
          {
            object,
            message: 'workloadRemoved',
            parameters: { ...parameters, others },
          },
        ];
      }
      const reasons = whyNeeded(each.before, change);
      return reasons.length > 0
        ? reasons.map(because => ({
            object,
            message: 'neededRemoved',
            parameters: { ...parameters, because },
          }))
        : [
            {
              object,
              severity: 'warn',
              message: 'documentRemoved',
              parameters,
            },
          ];
    }),
});

function whyNeeded(
  removed: Manifest,
  { after, comparison, moved, target }: RenderedChange,
): Reason[] {
  const objects = usesOf(removed, after).map(
    ({ kind, metadata }) => `${kind} ${metadata.name ?? ''}`,
  );
  const reasons: ReasonContent[] =
    objects.length > 0
      ? [
          {
            id: 'isNamedBy',
            parameters: { objects: objects.slice(0, MOST_OBJECTS) },
          },
        ]
      : [];
  if (HOLDING.includes(removed.kind)) {
    reasons.push({ id: 'contentGoesWithIt', parameters: {} });
  }
  const scaler = scalerOf(removed);
  for (const each of moved) {
    const parameters = { workload: `${each.becomes} ${each.name}` };
    const isOwn = namespaceOf(removed, target) === each.namespace;
    if (
      servicesOf(each.before, each.after, comparison).lost.includes(removed)
    ) {
      reasons.push({ id: 'requestsReach', parameters });
    }
    if (
      isOwn &&
      scaler?.targetKind === each.kind &&
      scaler.targetName === each.name &&
      !after.some(other => scalerOf(other)?.targetName === each.name)
    ) {
      reasons.push({ id: 'onlyScaler', parameters });
    }
    if (isOwn && grantsTo(removed, each.after)) {
      reasons.push({ id: 'grantsPermissions', parameters });
    }
  }
  return reasons.map(reason => toMessage('reason', reason));
}

/** Whether a RoleBinding or ClusterRoleBinding is of the account that pods run as. */
function grantsTo(binding: Manifest, workload: Manifest): boolean {
  const account =
    fieldOf(renderedPodSpec(workload), 'serviceAccountName') ?? 'default';
  return partsOf(fieldOf(binding, 'subjects')).some(
    ([, subject]) =>
      fieldOf(subject, 'kind') === 'ServiceAccount' &&
      fieldOf(subject, 'name') === account,
  );
}
