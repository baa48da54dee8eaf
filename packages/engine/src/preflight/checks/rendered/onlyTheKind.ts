import {
  Reason,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReasonContent } from '../../../cannotPreview';
import { fieldOf, partsOf } from '../../../variants/manifests/fields';
import { Manifest, workloadKind } from '../../../variants/manifests/manifests';
import { renderedPodSpec } from '../../../variants/manifests/renderedPods';
import { namespaceOf, RenderedChange } from '../../gathering/RenderedChange';
import { renderedObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';
import { scalerOf } from './scalersFollow';

/** What goes with them cannot be applied again: data, or everything that they hold. */
const HOLDING = [
  'PersistentVolumeClaim',
  'Namespace',
  'CustomResourceDefinition',
];

/** More of them say nothing new. */
const MOST_OBJECTS = 5;
const MOST_REASONS = 5;

/**
 * The switch takes nothing away that is needed but the workload whose kind changes, under the same name: what is removed is
 * pruned, and a workload of another name is one more workload.
 */
export const onlyTheKind = preflightCheck({
  id: 'only-the-kind',
  severity: 'block',
  pieces: [],
  run: async (change, _, turn) => {
    const scaled = new Set(
      change.after.map(each => scalerOf(each)?.targetName),
    );
    const others = change.after
      .filter(workloadKind)
      .slice(0, MOST_OBJECTS)
      .map(other => `${other.kind} ${other.metadata.name ?? ''}`);
    const found: Found[] = [];
    for (const each of change.comparison.changes) {
      if (each.change !== 'removed') {
        continue;
      }
      await turn();
      const { kind, metadata } = each.before;
      const object = renderedObject(each.before, change.target);
      const parameters = { kind, name: metadata.name ?? '' };
      if (workloadKind(each.before)) {
        found.push({
          object,
          message: 'workloadRemoved',
          parameters: { ...parameters, others },
        });
        continue;
      }
      const reasons = whyNeeded(each.before, scaled, change);
      found.push(
        ...reasons.map(
          (because): Found => ({
            object,
            message: 'neededRemoved',
            parameters: { ...parameters, because },
          }),
        ),
      );
      if (reasons.length === 0) {
        found.push({
          object,
          severity: 'warn',
          message: 'documentRemoved',
          parameters,
        });
      }
    }
    return found;
  },
});

/** @param scaled - names of what is still scaled after the change */
function whyNeeded(
  removed: Manifest,
  scaled: ReadonlySet<unknown>,
  { moved, references, target }: RenderedChange,
): Reason[] {
  const objects = references
    .usersOf(removed)
    .map(({ kind, metadata }) => `${kind} ${metadata.name ?? ''}`);
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
  const namespace = namespaceOf(removed, target);
  for (const each of moved) {
    const parameters = { workload: `${each.becomes} ${each.name}` };
    if (each.lostServices.has(removed)) {
      reasons.push({ id: 'requestsReach', parameters });
    }
    if (namespace !== each.namespace) {
      continue;
    }
    if (
      scaler?.targetKind === each.kind &&
      scaler.targetName === each.name &&
      !scaled.has(each.name)
    ) {
      reasons.push({ id: 'onlyScaler', parameters });
    }
    if (grantsTo(removed, each.after)) {
      reasons.push({ id: 'grantsPermissions', parameters });
    }
  }
  return reasons
    .slice(0, MOST_REASONS)
    .map(reason => toMessage('reason', reason));
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
