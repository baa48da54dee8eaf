import { WorkloadKind } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeliveryTarget } from '../../targets/applications/DeliveryTarget';
import {
  compareManifests,
  ManifestComparison,
} from '../../variants/comparing/compareManifests';
import { Manifest, workloadKind } from '../../variants/manifests/manifests';

/** A workload that changes its kind. */
export interface MovedWorkload {
  name: string;
  namespace: string | undefined;
  kind: WorkloadKind;
  becomes: WorkloadKind;
  before: Manifest;
  after: Manifest;
}

/** What flipping the switch does to what is rendered; none of it is masked. */
export interface RenderedChange {
  target: DeliveryTarget;
  switch: string;
  /** Whether it is turned on: Deployments become Rollouts. */
  enabled: boolean;
  before: Manifest[];
  after: Manifest[];
  comparison: ManifestComparison;
  moved: MovedWorkload[];
}

/** Pairs both renderings. */
export async function renderedChange(
  options: Pick<
    RenderedChange,
    'target' | 'switch' | 'enabled' | 'before' | 'after'
  >,
  call: { signal?: AbortSignal } = {},
): Promise<RenderedChange> {
  const { after, before, target } = options;
  const comparison = await compareManifests(before, after, call);
  return {
    ...options,
    comparison,
    moved: comparison.changes.flatMap(change => {
      const kind = change.before && workloadKind(change.before);
      const becomes = change.after && workloadKind(change.after);
      return change.change === 'kind-changed' && kind && becomes
        ? [
            {
              name: change.after.metadata.name ?? '',
              namespace: namespaceOf(change.after, target),
              kind,
              becomes,
              before: change.before,
              after: change.after,
            },
          ]
        : [];
    }),
  };
}

/** Where Argo CD applies what says no namespace. */
export function namespaceOf(
  { metadata }: Manifest,
  { destination }: DeliveryTarget,
): string | undefined {
  return metadata.namespace ?? destination.namespace;
}
