import { NotAllowedError } from '@backstage/errors';
import { DeliveryTarget } from '../../targets/applications/DeliveryTarget';
import { TargetDescription } from '../../variants/TargetDescription';

/**
 * An entity that owns a switch may act on the workloads that this switch moves, and only read the others of the
 * Application.
 *
 * @throws NotAllowedError where it is another's, or where that cannot be told
 */
export function assertOwned(
  workload: { namespace: string; name: string },
  {
    description: { problems, switches, workloads },
    entityRef,
    ownedSwitches,
    target,
  }: {
    description: TargetDescription;
    entityRef: string;
    ownedSwitches: string[];
    target: DeliveryTarget;
  },
): void {
  const { name, namespace } = workload;
  const moving =
    workloads.find(each => each.namespace === namespace && each.name === name)
      ?.switches ?? [];
  if (moving.some(id => ownedSwitches.includes(id))) {
    return;
  }
  const own = ownedSwitches.join(', ') || 'no switch';
  // A switch that cannot be flipped is not rendered both ways, so what it moves is not known.
  const unknown = [
    ...problems,
    ...switches.flatMap(({ id, notProposable }) =>
      notProposable && ownedSwitches.includes(id) ? [notProposable] : [],
    ),
  ];
  throw new NotAllowedError(
    moving.length === 0 && unknown.length > 0
      ? `${entityRef} owns ${own} of ${
          target.title
        }, and whether that moves Rollout ${namespace}/${name} cannot be told: ${unknown.join(
          '; ',
        )}`
      : `${entityRef} owns ${own} of ${
          target.title
        }, which does not move Rollout ${namespace}/${name}: act on it from the component that owns ${
          moving.join(' or ') || 'it'
        }`,
  );
}
