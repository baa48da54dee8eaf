import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

export interface Command {
  does: 'promote' | 'abort' | 'retry';
  /** To run in a shell that has the Argo Rollouts plugin of kubectl. */
  command: string;
}

/** The commands that make sense for a Rollout that waits or fails; none where it moves by itself or is done. */
export function commandsFor(
  rollout: Pick<
    RolloutStatus,
    'kind' | 'phase' | 'aborted' | 'name' | 'namespace'
  >,
): Command[] {
  const command = (does: Command['does'], verb: string): Command => ({
    does,
    command: `kubectl argo rollouts ${verb} ${rollout.name} -n ${rollout.namespace}`,
  });
  if (rollout.kind !== 'Rollout') {
    return [];
  }
  if (rollout.aborted) {
    return [command('retry', 'retry rollout')];
  }
  switch (rollout.phase) {
    case 'Paused':
      return [command('promote', 'promote'), command('abort', 'abort')];
    case 'Degraded':
      return [command('abort', 'abort')];
    case 'Healthy':
    case 'Progressing':
    case 'Unknown':
      return [];
    default:
      return rollout.phase satisfies never;
  }
}
