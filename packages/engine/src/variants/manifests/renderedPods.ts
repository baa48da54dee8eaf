import { fieldOf, partsOf } from './fields';
import { Manifest } from './manifests';

/** The labels of the pods that a rendered workload makes. */
export function renderedPodLabels({ spec }: Manifest): Map<string, unknown> {
  const metadata = fieldOf(fieldOf(spec, 'template'), 'metadata');
  return new Map(
    partsOf(fieldOf(metadata, 'labels')).map(([key, value]) => [
      String(key),
      value,
    ]),
  );
}

/** The spec of these pods. */
export function renderedPodSpec({ spec }: Manifest): unknown {
  return fieldOf(fieldOf(spec, 'template'), 'spec');
}

/** Whether pods with these labels have all that a selector asks for. */
export function hasLabels(
  labels: ReadonlyMap<string, unknown>,
  selector: Iterable<[string | number, unknown]>,
): boolean {
  return Array.from(selector).every(
    ([key, value]) => labels.get(String(key)) === value,
  );
}
