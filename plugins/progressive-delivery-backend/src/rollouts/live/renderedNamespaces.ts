import { isError } from '@backstage/errors';
import {
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  OverlayTarget,
  problemOf,
  TargetDescription,
  VariantService,
} from '@progressive-delivery/engine';
import { NamedNamespace } from './namedNamespaces';
import { NamedWorkload } from '../objects/namedWorkloads';

/**
 * Where the workloads of a target without an Application are looked for: in the namespace that a rule allows, by the
 * identities that its overlay renders to.
 *
 * @returns `problems`: why none or not all are looked for
 */
export async function renderedNamespaces(
  target: OverlayTarget,
  variants: Pick<VariantService, 'describe'>,
  signal?: AbortSignal,
): Promise<{ namespaces: NamedNamespace[]; problems: Problem[] }> {
  const { cluster, namespace } = target.destination;
  if (!cluster || !namespace) {
    return {
      namespaces: [],
      problems: [toMessage('problem', { id: 'placeUnknown', parameters: {} })],
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
      ...elsewhere.map(({ kind, name, namespace: other }) =>
        toMessage('problem', {
          id: 'otherNamespace',
          parameters: { kind, name, namespace: other, annotated: namespace },
        }),
      ),
    ],
  };
}

async function describe(
  target: OverlayTarget,
  variants: Pick<VariantService, 'describe'>,
  signal: AbortSignal | undefined,
) {
  const because = (problems: Problem[]) => [
    toMessage('problem', { id: 'notRendered', parameters: {} }),
    ...problems,
  ];
  try {
    const description = await variants.describe(target, { signal });
    return {
      description,
      problems:
        description.rendering.state === 'failed'
          ? because(description.problems)
          : [],
    };
  } catch (error) {
    signal?.throwIfAborted();
    if (!isError(error)) {
      throw error;
    }
    return {
      description: { workloads: [], switches: [] },
      problems: because([problemOf(error, 'gitUnreadable')]),
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
