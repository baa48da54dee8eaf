import {
  RolloutAction,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** What somebody at night looks for, what goes on first; the others are a menu away. */
const NEXT: RolloutAction[] = ['promote', 'retry', 'abort'];

/** What is offered first of all that can be done to a Rollout now. */
export function nextActions({
  actions,
}: Pick<RolloutStatus, 'actions'>): RolloutAction[] {
  return NEXT.filter(action =>
    actions.some(each => each.action === action && each.state === 'possible'),
  );
}
