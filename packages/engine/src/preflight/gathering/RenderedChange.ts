import {
  FieldDifference,
  WorkloadKind,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { KustomizeStep } from '../../overlays/kustomize/kustomizeSteps';
import { TimeSlices } from '../../processes/TimeSlices';
import { DeliveryTarget } from '../../targets/applications/DeliveryTarget';
import {
  compareVariants,
  VariantComparison,
} from '../../variants/comparing/compareVariants';
import { servicesOf } from '../../variants/comparing/servicesOf';
import { RenderedVariants } from '../../variants/rendering/renderVariants';
import { ValuesEdit } from '../../variants/VariantService';
import { Manifest, workloadKind } from '../../variants/manifests/manifests';
import { References } from './References';

/** Workloads of one switch that are looked at: each by all checks, some of them with all that is rendered. */
const MOST_MOVED = 100;

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
  /** Services that select its pods before the change, and no longer after it. */
  lostServices: ReadonlySet<Manifest>;
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
  /** At most {@link MOST_MOVED}. */
  moved: MovedWorkload[];
  /** How many there are. */
  movedInAll: number;
  /** What is rendered after the change names. */
  references: References;
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
  const changes = comparison.changes.flatMap(change => {
    const kind = change.before && workloadKind(change.before);
    const becomes = change.after && workloadKind(change.after);
    return change.change === 'kind-changed' && kind && becomes
      ? [{ ...change, kind, becomes }]
      : [];
  });
  const slices = TimeSlices.create();
  const moved: MovedWorkload[] = [];
  for (const each of changes.slice(0, MOST_MOVED)) {
    await slices.next(call.signal);
    moved.push({
      name: each.after.metadata.name ?? '',
      namespace: namespaceOf(each.after, target),
      kind: each.kind,
      becomes: each.becomes,
      before: each.before,
      after: each.after,
      differences: each.differences.filter(({ unstable }) => !unstable),
      lostServices: new Set(
        servicesOf(each.before, each.after, comparison).lost,
      ),
    });
  }
  return {
    ...options,
    before,
    after,
    comparison,
    moved,
    movedInAll: changes.length,
    references: await References.of(after, call.signal),
  };
}

/** Where Argo CD applies what says no namespace. */
export function namespaceOf(
  { metadata }: Manifest,
  { destination }: DeliveryTarget,
): string | undefined {
  return metadata.namespace ?? destination.namespace;
}
