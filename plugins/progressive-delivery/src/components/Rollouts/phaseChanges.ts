import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

export type PhaseChange =
  | { change: 'phase'; rollout: RolloutStatus }
  /** Its controller no longer does anything, which its phase does not tell. */
  | { change: 'silent'; rollout: RolloutStatus }
  | { change: 'gone'; rollout: RolloutStatus };

const identity = ({ kind, namespace, name }: RolloutStatus) =>
  `${kind}/${namespace}/${name}`;

/** What has changed between two answers that is worth interrupting somebody for. */
export function phaseChanges(
  before: RolloutStatus[],
  after: RolloutStatus[],
): PhaseChange[] {
  const was = new Map(before.map(rollout => [identity(rollout), rollout]));
  const is = new Set(after.map(identity));
  return [
    ...after
      .filter(rollout => was.get(identity(rollout))?.phase !== rollout.phase)
      .map(rollout => ({ change: 'phase' as const, rollout })),
    ...after
      .filter(
        rollout =>
          rollout.observation.state === 'silent' &&
          was.get(identity(rollout))?.observation.state !== 'silent',
      )
      .map(rollout => ({ change: 'silent' as const, rollout })),
    ...before
      .filter(rollout => !is.has(identity(rollout)))
      .map(rollout => ({ change: 'gone' as const, rollout })),
  ];
}
