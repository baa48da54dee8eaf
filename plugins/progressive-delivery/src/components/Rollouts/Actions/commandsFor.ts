import {
  RolloutAction,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

export interface Command {
  does: Extract<RolloutAction, 'promote' | 'abort' | 'retry'>;
  /** To run in a shell that has the Argo Rollouts plugin of kubectl. */
  command: string;
}

const VERBS: Record<Command['does'], string> = {
  promote: 'promote',
  retry: 'retry rollout',
  abort: 'abort',
};

/** The commands for what can be done to a Rollout that waits, moves or has failed; none where it is well. */
export function commandsFor({
  actions,
  name,
  namespace,
}: Pick<RolloutStatus, 'actions' | 'name' | 'namespace'>): Command[] {
  const possible = new Set(
    actions
      .filter(({ state }) => state === 'possible')
      .map(each => each.action),
  );
  return (['promote', 'retry', 'abort'] as const)
    .filter(does => possible.has(does))
    .map(does => ({
      does,
      command: `kubectl argo rollouts ${VERBS[does]} ${name} -n ${namespace}`,
    }));
}
