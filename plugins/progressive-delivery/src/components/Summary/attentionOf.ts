import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { failingPods } from '../Rollouts/Troubles/failingPods';

/** How much a workload needs somebody, what needs somebody most first. */
export const attentions = [
  'failing',
  'waiting',
  'unknown',
  'moving',
  'settled',
] as const;

/**
 * - `failing`: something is broken, or was given up
 * - `waiting`: it goes on when somebody says so
 * - `unknown`: it could not be read
 * - `moving`: it goes on by itself
 * - `settled`: nothing is to be done
 */
export type Attention = (typeof attentions)[number];

export function attentionOf(rollout: RolloutStatus): Attention {
  const { aborted, observation, phase, revisions } = rollout;
  if (rollout.unreadable) {
    return 'unknown';
  }
  if (
    aborted ||
    phase === 'Degraded' ||
    observation.state === 'silent' ||
    revisions.some(revision => failingPods(revision).length > 0)
  ) {
    return 'failing';
  }
  // The pause that only somebody ends.
  if (rollout.pauses.some(({ until }) => until === undefined)) {
    return 'waiting';
  }
  if (phase === 'Unknown') {
    return 'unknown';
  }
  return phase === 'Healthy' && observation.state !== 'waiting'
    ? 'settled'
    : 'moving';
}
