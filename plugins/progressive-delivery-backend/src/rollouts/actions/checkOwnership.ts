import {
  NotAllowedError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import {
  Problem,
  TargetProblem,
  targetProblemSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  DeliveryTarget,
  problemError,
  problemOf,
  TargetDescription,
} from '@progressive-delivery/engine';
import {
  KnownWorkloads,
  LastKnownTargets,
} from '../../variants/LastKnownTargets';

/** How long Git is waited for where it is known what it last said: an abort is in a hurry. */
const PATIENCE_MILLISECONDS = 5_000;

export interface OwnershipQuestion {
  workload: { namespace: string; name: string };
  target: DeliveryTarget;
  entityRef: string;
  /** Ids of the switches that are the entity's own. */
  ownedSwitches: string[];
}

/**
 * An entity that owns a switch may act on the workloads that this switch moves, and only read the others of the
 * Application. Which these are Git says, or has said the last time that it could be read.
 *
 * @returns since when that is so known (ISO 8601), where Git could not be read now
 * @throws NotAllowedError where the workload is another's, or where that is not known
 * @throws ServiceUnavailableError where Git cannot be read, and never could be
 */
export async function checkOwnership(
  question: OwnershipQuestion,
  descriptions: Pick<LastKnownTargets, 'describe' | 'lastKnown'>,
): Promise<{ knownSince?: string }> {
  const { target, workload } = question;
  const known = await descriptions.lastKnown(target);
  let description: TargetDescription;
  try {
    description = await descriptions.describe(
      target,
      known && { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) },
    );
  } catch (error) {
    if (!known) {
      throw problemError(
        ServiceUnavailableError,
        {
          id: 'ownersUnknown',
          parameters: {
            target: target.title,
            problem: ofTarget(problemOf(toError(error), 'gitUnreadable')),
          },
        },
        error,
      );
    }
    return assertOwnedBefore(question, known);
  }
  const isTold =
    description.problems.length === 0 ||
    switchesMoving(workload, description.workloads).length > 0;
  if (!isTold && known) {
    return assertOwnedBefore(question, known);
  }
  assertOwned(question, description);
  return {};
}

function assertOwnedBefore(
  question: OwnershipQuestion,
  { at, workloads }: KnownWorkloads,
): { knownSince: string } {
  assertOwned(question, { workloads, problems: [], switches: [] });
  return { knownSince: at };
}

function assertOwned(
  { entityRef, ownedSwitches, target, workload }: OwnershipQuestion,
  {
    problems,
    switches,
    workloads,
  }: Pick<TargetDescription, 'problems' | 'switches'> &
    Pick<KnownWorkloads, 'workloads'>,
): void {
  const moving = switchesMoving(workload, workloads);
  if (moving.some(id => ownedSwitches.includes(id))) {
    return;
  }
  const { name, namespace } = workload;
  const rollout = { name, namespace, target: target.title };
  if (ownedSwitches.length === 0) {
    throw problemError(NotAllowedError, {
      id: 'ownsNoSwitch',
      parameters: { ...rollout, entity: entityRef },
    });
  }
  const owned = { ...rollout, entity: entityRef, switches: ownedSwitches };
  if (moving.length > 0) {
    throw problemError(NotAllowedError, {
      id: 'ownedByOthers',
      parameters: { ...owned, moving },
    });
  }
  const [problem] = problems;
  if (problem) {
    throw problemError(NotAllowedError, {
      id: 'ownershipUnknown',
      parameters: { ...owned, problem: ofTarget(problem) },
    });
  }
  // A switch that cannot be flipped is not rendered both ways, so what it moves is not known.
  const notProposable = switches.find(
    each => each.notProposable && ownedSwitches.includes(each.id),
  )?.notProposable;
  throw problemError(
    NotAllowedError,
    notProposable
      ? { id: 'ownershipUntried', parameters: { ...owned, notProposable } }
      : { id: 'notOwned', parameters: owned },
  );
}

/** As far as it is about a target; what else it may be is said by its English. */
function ofTarget(problem: Problem): TargetProblem {
  return targetProblemSchema.parse(problem);
}

function switchesMoving(
  { namespace, name }: OwnershipQuestion['workload'],
  workloads: KnownWorkloads['workloads'],
): string[] {
  return (
    workloads.find(each => each.namespace === namespace && each.name === name)
      ?.switches ?? []
  );
}
