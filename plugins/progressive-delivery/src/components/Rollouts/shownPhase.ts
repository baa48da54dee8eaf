import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ShownPhase } from '../../ui/PhaseChip';
import { failingPods } from './Troubles/failingPods';

/**
 * The phase of a workload at first sight. Argo Rollouts calls a Rollout whose pods crash Progressing until its deadline is
 * over: that is no good news meanwhile.
 */
export function shownPhase({
  phase,
  revisions,
}: Pick<RolloutStatus, 'phase' | 'revisions'>): ShownPhase {
  return phase !== 'Degraded' &&
    revisions.some(revision => failingPods(revision).length > 0)
    ? 'Failing'
    : phase;
}
