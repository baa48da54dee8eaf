import { Application } from '@progressive-delivery/engine';
import { Holds } from './appliedChange';
import { ArgoCdEvidence, Holding } from './JourneySurroundings';

type HydratorStatus = NonNullable<
  NonNullable<Application['status']>['sourceHydrator']
>;

/** Whether what Argo CD has rendered into the branch that it syncs holds the change. */
export async function hydratedChange(
  { currentOperation, lastSuccessfulOperation }: HydratorStatus,
  holds: Holds,
): Promise<NonNullable<ArgoCdEvidence['hydrated']>> {
  const dry = lastSuccessfulOperation?.drySHA;
  const held = dry ? await holds([dry]) : false;
  if (typeof held !== 'boolean') {
    return { state: 'unknown', problem: held };
  }
  if (held) {
    const at =
      currentOperation?.drySHA === dry
        ? currentOperation?.finishedAt ?? undefined
        : undefined;
    const commit = lastSuccessfulOperation?.hydratedSHA;
    return { state: 'holds', commit, at };
  }
  return currentOperation?.phase === 'Failed'
    ? { state: 'failed', message: currentOperation.message ?? '' }
    : { state: 'lacks', rolledBack: false };
}

/**
 * Whether what was applied of that branch holds the change. Only the latest of its commits can be told to be of a certain
 * one that people made.
 */
export function appliedOfHydrated(
  hydrated: NonNullable<ArgoCdEvidence['hydrated']>,
  latest: { commits: string[]; at?: string } | undefined,
): Holding {
  const commit = latest?.commits.at(0);
  switch (hydrated.state) {
    case 'holds':
      return commit !== undefined && commit === hydrated.commit
        ? { state: 'holds', commit, at: latest?.at }
        : { state: 'unknown' };
    case 'lacks':
    case 'failed':
      return { state: 'lacks', commit, rolledBack: false };
    case 'unknown':
      return hydrated;
    default:
      return hydrated satisfies never;
  }
}
