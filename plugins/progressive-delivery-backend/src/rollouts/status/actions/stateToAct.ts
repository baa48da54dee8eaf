import { RolloutActionRequest } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { RolloutObject } from '../../objects/kinds/rolloutObject';

/** What an action on a Rollout is made for: where another is there by then, it is not what the person meant. */
export function stateToAct({
  metadata,
  spec,
  status,
}: RolloutObject): RolloutActionRequest {
  return {
    generation: metadata.generation ?? 0,
    podHash: status.currentPodHash,
    stepIndex: status.currentStepIndex,
    abort: status.abort ?? false,
    paused: status.pauseConditions.length > 0 || spec.paused === true,
  };
}
