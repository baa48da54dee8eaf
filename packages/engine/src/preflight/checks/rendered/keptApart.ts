import { fieldOf, partsOf } from '../../../variants/manifests/fields';
import { Manifest } from '../../../variants/manifests/manifests';
import {
  hasLabels,
  renderedPodLabels,
  renderedPodSpec,
} from '../../../variants/manifests/renderedPods';
import { MovedWorkload } from '../../gathering/RenderedChange';

type Labels = ReadonlyMap<string, unknown>;

/** What the controllers add to pods: the same for those of one revision, another for all others. */
const HASHES = {
  Deployment: 'pod-template-hash',
  Rollout: 'rollouts-pod-template-hash',
} as const;

/**
 * The `topologyKey` of required anti-affinity between old and new pods. The scheduler heeds that of pods that run like that
 * of those that come (kubernetes pkg/scheduler/framework/plugins/interpodaffinity/filtering.go).
 */
export function keptApart(workload: MovedWorkload): string[] {
  const { after, becomes, before, kind } = workload;
  return Array.from(
    new Set([
      ...excluded(after, before, workload, HASHES[becomes]),
      ...excluded(before, after, workload, HASHES[kind]),
    ]),
  );
}

function excluded(
  own: Manifest,
  others: Manifest,
  { namespace }: MovedWorkload,
  hash: string,
): string[] {
  const affinity = fieldOf(renderedPodSpec(own), 'affinity');
  const terms = fieldOf(
    fieldOf(affinity, 'podAntiAffinity'),
    'requiredDuringSchedulingIgnoredDuringExecution',
  );
  return partsOf(terms).flatMap(([, term]) => {
    const namespaces = partsOf(fieldOf(term, 'namespaces')).map(
      ([, each]) => each,
    );
    const keys = partsOf(fieldOf(term, 'matchLabelKeys')).map(([, key]) => key);
    const reaches =
      // A selector of namespaces is taken for one of all.
      fieldOf(term, 'namespaceSelector') !== undefined ||
      namespaces.length === 0 ||
      namespaces.includes(namespace);
    const isSelected =
      !keys.includes(hash) &&
      selects(fieldOf(term, 'labelSelector'), renderedPodLabels(others));
    const topologyKey = fieldOf(term, 'topologyKey');
    return reaches && isSelected && typeof topologyKey === 'string'
      ? [topologyKey]
      : [];
  });
}

/** A label selector (apimachinery pkg/apis/meta/v1 LabelSelectorAsSelector): none selects nothing. */
function selects(selector: unknown, labels: Labels): boolean {
  return (
    selector !== undefined &&
    hasLabels(labels, partsOf(fieldOf(selector, 'matchLabels'))) &&
    partsOf(fieldOf(selector, 'matchExpressions')).every(([, expression]) => {
      const label = labels.get(String(fieldOf(expression, 'key')));
      const values = partsOf(fieldOf(expression, 'values')).map(
        ([, value]) => value,
      );
      switch (fieldOf(expression, 'operator')) {
        case 'In':
          return label !== undefined && values.includes(label);
        case 'NotIn':
          return !values.includes(label);
        case 'Exists':
          return label !== undefined;
        case 'DoesNotExist':
          return label === undefined;
        default:
          return false;
      }
    })
  );
}
