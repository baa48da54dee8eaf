import {
  ControllerObservation,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** A Rollout for which its controller does nothing. */
export type SilentRollout = RolloutStatus & {
  observation: Extract<ControllerObservation, { state: 'silent' }>;
};

/** Those that Argo Rollouts does nothing for; Deployments have another controller. */
export function silentRollouts(rollouts: RolloutStatus[]): SilentRollout[] {
  return rollouts.filter(
    (rollout): rollout is SilentRollout =>
      rollout.kind === 'Rollout' && rollout.observation.state === 'silent',
  );
}
