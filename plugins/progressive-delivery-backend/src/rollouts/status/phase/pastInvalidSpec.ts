import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { RolloutObject } from '../../objects/kinds/rolloutObject';

/** What a spec was refused for before, where the condition has stayed and the Rollout is healthy all the same. */
export function pastInvalidSpec(
  { status }: RolloutObject,
  { phase }: Pick<RolloutStatus, 'phase'>,
): RolloutStatus['pastInvalidSpec'] {
  const condition = status.conditions.find(
    each => each.type === 'InvalidSpec' && each.status !== 'False',
  );
  return condition && phase === 'Healthy'
    ? {
        message: condition.message ?? '',
        since: condition.lastTransitionTime ?? condition.lastUpdateTime,
      }
    : undefined;
}
