import { isError } from '@backstage/errors';
import { OverlayTarget } from '../../targets/applications/DeliveryTarget';
import { TargetDescription } from '../../variants/TargetDescription';
import { VariantService } from '../../variants/VariantService';
import { NamedNamespace } from './namedNamespaces';
import { NamedWorkload } from '../objects/namedWorkloads';

/**
 * Where the workloads of a target without an Application are looked for: in the namespace that a rule allows, by the
 * identities that its overlay renders to.
 *
 * @returns `problems`: why none or not all are looked for, each a sentence
 */
export async function renderedNamespaces(
  target: OverlayTarget,
  variants: Pick<VariantService, 'describe'>,
  signal?: AbortSignal,
): Promise<{ namespaces: NamedNamespace[]; problems: string[] }> {
  const { cluster, namespace } = target.destination;
  if (!cluster || !namespace) {
    return {
      namespaces: [],
      problems: [
        'What runs is not shown: this target has no Argo CD Application, so where it runs is what the annotations backstage.io/kubernetes-cluster and backstage.io/kubernetes-namespace say, and a rule of progressiveDelivery.allow has to allow it.',
      ],
    };
  }
  const { description, problems } = await describe(target, variants, signal);
  const elsewhere = description.workloads.filter(
    workload => workload.namespace !== namespace,
  );
  return {
    namespaces: [
      {
        place: { cluster, namespace },
        named: description.workloads
          .filter(workload => workload.namespace === namespace)
          .flatMap(workload => bothKinds(workload, description.switches)),
      },
    ],
    problems: [
      ...problems,
      ...elsewhere.map(
        ({ kind, name, namespace: other }) =>
          `${kind} ${name} in namespace ${other} is not shown: the annotation backstage.io/kubernetes-namespace says ${namespace}.`,
      ),
    ],
  };
}

async function describe(
  target: OverlayTarget,
  variants: Pick<VariantService, 'describe'>,
  signal: AbortSignal | undefined,
) {
  const notShown = (why: string) =>
    `What runs is not shown, because it is found by what the overlay renders to: ${why}`;
  try {
    const description = await variants.describe(target, { signal });
    return { description, problems: description.problems.map(notShown) };
  } catch (error) {
    signal?.throwIfAborted();
    if (!isError(error)) {
      throw error;
    }
    return {
      description: { workloads: [], switches: [] },
      problems: [notShown(error.message)],
    };
  }
}

/** What runs may be of the other kind than Git asks for, where there is a switch. */
function bothKinds(
  { kind, name, namespace }: TargetDescription['workloads'][number],
  switches: unknown[],
): NamedWorkload[] {
  const kinds =
    switches.length > 0 ? (['Deployment', 'Rollout'] as const) : [kind];
  return kinds.map(each => ({
    kind: each,
    namespace,
    name,
    needsTracking: false,
    seenLive: false,
  }));
}
