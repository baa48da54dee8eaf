import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ShownPhase } from '../../ui/PhaseChip';
import { shownPhase } from './shownPhase';

export type PhaseChange =
  | { change: 'phase'; rollout: RolloutStatus; phase: ShownPhase }
  /** Its controller no longer does anything, which its phase does not tell. */
  | { change: 'silent'; rollout: RolloutStatus }
  | { change: 'gone'; rollout: RolloutStatus };

/** What is known already of workloads, by what they are. */
export type ToldPhases = ReadonlyMap<
  string,
  { rollout: RolloutStatus; phase: ShownPhase }
>;

const identity = ({ kind, namespace, name }: RolloutStatus) =>
  `${kind}/${namespace}/${name}`;

/**
 * The phases of workloads. Pods that crash are ready in between: what has failed keeps failing until its controller sees
 * it in another phase, so that it is told once.
 *
 * @param before - absent at first
 */
export function toldPhases(
  rollouts: RolloutStatus[],
  before?: ToldPhases,
): ToldPhases {
  return new Map(
    rollouts.map(rollout => {
      const was = before?.get(identity(rollout));
      const keepsFailing =
        was?.phase === 'Failing' &&
        was.rollout.phase === rollout.phase &&
        rollout.phase !== 'Healthy';
      return [
        identity(rollout),
        { rollout, phase: keepsFailing ? 'Failing' : shownPhase(rollout) },
      ];
    }),
  );
}

/** What has changed between two answers that is worth interrupting somebody for. */
export function phaseChanges(
  before: ToldPhases,
  after: ToldPhases,
): PhaseChange[] {
  const now = [...after];
  return [
    ...now
      .filter(([key, { phase }]) => before.get(key)?.phase !== phase)
      .map(([, { phase, rollout }]) => ({
        change: 'phase' as const,
        rollout,
        phase,
      })),
    ...now
      .filter(
        ([key, { rollout }]) =>
          rollout.observation.state === 'silent' &&
          before.get(key)?.rollout.observation.state !== 'silent',
      )
      .map(([, { rollout }]) => ({ change: 'silent' as const, rollout })),
    ...[...before]
      .filter(([key]) => !after.has(key))
      .map(([, { rollout }]) => ({ change: 'gone' as const, rollout })),
  ];
}
