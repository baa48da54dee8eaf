import { ManifestComparison } from './compareManifests';
import { fieldOf, partsOf } from '../manifests/fields';
import { groupOf, Manifest } from '../manifests/manifests';
import { hasLabels, renderedPodLabels } from '../manifests/renderedPods';

/** The Services that select a workload's pods: those that still do after the change, and those that no longer do. */
export function servicesOf(
  before: Manifest,
  after: Manifest,
  { changes, unchanged }: ManifestComparison,
): { kept: Manifest[]; lost: Manifest[] } {
  const same = (manifests: (Manifest | undefined)[]) => [
    ...unchanged,
    ...manifests.flatMap(manifest => manifest ?? []),
  ];
  const was = selecting(before, same(changes.map(each => each.before)));
  const is = selecting(after, same(changes.map(each => each.after)));
  const nameOf = ({ metadata }: Manifest) => metadata.name;
  const still = new Set(is.map(nameOf));
  return { kept: is, lost: was.filter(each => !still.has(nameOf(each))) };
}

function selecting(workload: Manifest, manifests: Manifest[]): Manifest[] {
  const labels = renderedPodLabels(workload);
  return manifests.filter(manifest => {
    if (
      manifest.kind !== 'Service' ||
      groupOf(manifest) !== '' ||
      manifest.metadata.namespace !== workload.metadata.namespace
    ) {
      return false;
    }
    const selector = partsOf(fieldOf(manifest.spec, 'selector'));
    return selector.length > 0 && hasLabels(labels, selector);
  });
}
