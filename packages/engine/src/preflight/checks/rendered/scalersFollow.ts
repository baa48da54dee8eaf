import { fieldOf } from '../../../variants/manifests/fields';
import { Manifest, groupOf } from '../../../variants/manifests/manifests';
import { namespaceOf } from '../../gathering/RenderedChange';
import { renderedObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

/** Where each kind of scaler names what it scales; KEDA means a Deployment where it says no kind. */
const SCALERS = [
  {
    group: 'autoscaling',
    kind: 'HorizontalPodAutoscaler',
    field: 'scaleTargetRef',
  },
  { group: 'keda.sh', kind: 'ScaledObject', field: 'scaleTargetRef' },
  {
    group: 'autoscaling.k8s.io',
    kind: 'VerticalPodAutoscaler',
    field: 'targetRef',
  },
] as const;

/** What is rendered to scale a workload names the kind that it becomes. */
export const scalersFollow = preflightCheck({
  id: 'scalers-follow',
  severity: 'block',
  pieces: [],
  run: ({ after, moved, target }) =>
    after.flatMap(manifest => {
      const scaler = scalerOf(manifest);
      const left =
        scaler &&
        moved.find(
          each =>
            each.kind === scaler.targetKind &&
            each.name === scaler.targetName &&
            each.namespace === namespaceOf(manifest, target),
        );
      return left
        ? [
            {
              object: renderedObject(manifest, target),
              message: 'scalerLeftBehind',
              parameters: {
                scaler: `${manifest.kind} ${manifest.metadata.name ?? ''}`,
                kind: left.kind,
                workload: left.name,
                replacedBy: left.becomes,
                field: `spec.${scaler.field}`,
                apiVersion: left.after.apiVersion,
              },
            },
          ]
        : [];
    }),
});

/** What a rendered object scales; `undefined` where it scales nothing. */
export function scalerOf(manifest: Manifest) {
  const scaler = SCALERS.find(
    ({ group, kind }) => kind === manifest.kind && group === groupOf(manifest),
  );
  if (!scaler) {
    return undefined;
  }
  const reference = fieldOf(manifest.spec, scaler.field);
  return {
    field: scaler.field,
    targetKind:
      fieldOf(reference, 'kind') ??
      (scaler.kind === 'ScaledObject' ? 'Deployment' : undefined),
    targetName: fieldOf(reference, 'name'),
  };
}
