import {
  RolloutAction,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isPausedByHand } from './isPausedByHand';
import { shellWord } from './shellWord';

/** What a command does: an action, which unpauses where it promotes what is paused by hand, or what is not offered here. */
type Deed = RolloutAction | 'unpause' | 'undo';

export interface Command {
  does: Deed;
  /** To run in a shell that has the Argo Rollouts plugin of kubectl. */
  command: string;
}

/**
 * Argo-rollouts v1.10.2 pkg/kubectl-argo-rollouts/cmd. `--skip-current-step` is deprecated in favor of `promote` alone,
 * which also unpauses: only with it does the command do what the action does.
 */
const VERBS: Record<Deed, { verb: string; flag?: string }> = {
  promote: { verb: 'promote' },
  unpause: { verb: 'promote' },
  'promote-full': { verb: 'promote', flag: '--full' },
  'skip-step': { verb: 'promote', flag: '--skip-current-step' },
  abort: { verb: 'abort' },
  retry: { verb: 'retry rollout' },
  restart: { verb: 'restart' },
  pause: { verb: 'pause' },
  undo: { verb: 'undo' },
};

/** What somebody at night looks for. */
const MAIN: RolloutAction[] = ['promote', 'retry', 'abort'];

/** The others, in their order. */
const OTHERS: RolloutAction[] = [
  'promote-full',
  'skip-step',
  'restart',
  'pause',
];

/**
 * The command that does the same as an action.
 *
 * @param cluster - as Backstage names it; absent where it has no name for it
 */
export function commandFor(
  action: RolloutAction | 'undo',
  rollout: Pick<RolloutStatus, 'name' | 'namespace' | 'pauses'>,
  cluster: string | undefined,
): Command {
  const does =
    action === 'promote' && isPausedByHand(rollout) ? 'unpause' : action;
  const { verb, flag } = VERBS[does];
  const words = [
    `kubectl argo rollouts ${verb}`,
    shellWord(rollout.name),
    flag,
    '-n',
    shellWord(rollout.namespace),
    cluster !== undefined && `--context ${shellWord(cluster)}`,
  ];
  return { does, command: words.filter(Boolean).join(' ') };
}

/** The commands for what can be done to a Rollout now; `main` are those for one that waits, moves or has failed. */
export function commandsFor(
  rollout: Pick<RolloutStatus, 'actions' | 'name' | 'namespace' | 'pauses'>,
  cluster: string | undefined,
): { main: Command[]; others: Command[] } {
  const possible = (action: RolloutAction) =>
    rollout.actions.some(
      each => each.action === action && each.state === 'possible',
    );
  const commands = (actions: (RolloutAction | 'undo')[]) =>
    actions.map(action => commandFor(action, rollout, cluster));
  const others = OTHERS.filter(possible);
  return {
    main: commands(MAIN.filter(possible)),
    others: commands(others.length > 0 ? [...others, 'undo'] : []),
  };
}
