import {
  FieldDifference,
  WorkloadKind,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { KustomizeStep } from '../../overlays/kustomize/kustomizeSteps';
import { DeliveryTarget } from '../../targets/applications/DeliveryTarget';
import {
  compareVariants,
  VariantComparison,
} from '../../variants/comparing/compareVariants';
import { RenderedVariants } from '../../variants/rendering/renderVariants';
import { ValuesEdit } from '../../variants/VariantService';
import { Manifest, workloadKind } from '../../variants/manifests/manifests';

/** A workload that changes its kind. */
export interface MovedWorkload {
  name: string;
  namespace: string | undefined;
  kind: WorkloadKind;
  becomes: WorkloadKind;
  before: Manifest;
  after: Manifest;
  /** But for what is not the same each time it is rendered. */
  differences: FieldDifference[];
}

/** What flipping the switch does to what is rendered; none of it is masked. */
export interface RenderedChange {
  target: DeliveryTarget;
  switch: string;
  /** Whether it is turned on: Deployments become Rollouts. */
  enabled: boolean;
  before: Manifest[];
  after: Manifest[];
  comparison: VariantComparison;
  moved: MovedWorkload[];
  /** The values file that is edited. */
  edit: Pick<ValuesEdit, 'repository' | 'file'>;
  /** What the kustomizations that it is made of do. */
  steps: KustomizeStep[];
}

/** Pairs both renderings. */
export async function renderedChange(
  variants: RenderedVariants,
  options: Pick<
    RenderedChange,
    'target' | 'switch' | 'enabled' | 'edit' | 'steps'
  >,
  call: { signal?: AbortSignal } = {},
): Promise<RenderedChange> {
  const { after, before } = variants;
  const { target } = options;
  const comparison = await compareVariants(variants, call);
  return {
    ...options,
    before,
    after,
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
              differences: change.differences.filter(
                ({ unstable }) => !unstable,
              ),
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
