import {
  RolloutAction,
  rolloutActionSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  abortedRollout,
  deploymentStatus,
  pausedRollout,
} from '../../../__testUtils__/rolloutStatus';
import { commandFor, commandsFor } from './commandsFor';

const of = '-n agents --context production';
const lines = (commands: { command: string }[]) =>
  commands.map(({ command }) => command);

describe('commandsFor', () => {
  it('promotes or aborts what is paused, and has the others that can be done', () => {
    const { main, others } = commandsFor(pausedRollout, 'production');
    expect(lines(main)).toEqual([
      `kubectl argo rollouts promote agents-controllers ${of}`,
      `kubectl argo rollouts abort agents-controllers ${of}`,
    ]);
    expect(lines(others)).toEqual([
      `kubectl argo rollouts promote agents-controllers --full ${of}`,
      `kubectl argo rollouts pause agents-controllers ${of}`,
      `kubectl argo rollouts undo agents-controllers ${of}`,
    ]);
  });

  it('retries what was aborted', () => {
    const { main, others } = commandsFor(abortedRollout, 'production');
    expect(main).toEqual([
      {
        does: 'retry',
        command: `kubectl argo rollouts retry rollout agents-controllers ${of}`,
      },
    ]);
    expect(others.map(({ does }) => does)).toEqual(['restart', 'undo']);
  });

  it('has none where nothing can be done, and none for Deployments', () => {
    const none = { main: [], others: [] };
    expect(commandsFor({ ...pausedRollout, actions: [] }, 'a')).toEqual(none);
    expect(commandsFor(deploymentStatus, 'a')).toEqual(none);
  });
});

describe('commandFor', () => {
  const commands: Record<RolloutAction, string> = {
    promote: `promote agents-controllers ${of}`,
    'promote-full': `promote agents-controllers --full ${of}`,
    'skip-step': `promote agents-controllers --skip-current-step ${of}`,
    abort: `abort agents-controllers ${of}`,
    retry: `retry rollout agents-controllers ${of}`,
    restart: `restart agents-controllers ${of}`,
    pause: `pause agents-controllers ${of}`,
  };

  it.each(rolloutActionSchema.options)('does the same as %s', action => {
    expect(commandFor(action, pausedRollout, 'production')).toEqual({
      does: action,
      command: `kubectl argo rollouts ${commands[action]}`,
    });
  });

  it('unpauses what is paused by hand, with the verb that promotes', () => {
    const pausedByHand = {
      ...pausedRollout,
      pauses: [{ reason: 'spec.paused' }],
    };
    expect(commandFor('promote', pausedByHand, 'production')).toEqual({
      does: 'unpause',
      command: `kubectl argo rollouts promote agents-controllers ${of}`,
    });
  });

  it('has no context where Backstage has no name for the cluster', () => {
    expect(commandFor('abort', pausedRollout, undefined).command).toBe(
      'kubectl argo rollouts abort agents-controllers -n agents',
    );
  });

  it('keeps names from being syntax of a shell', () => {
    const named = { name: 'a;b', namespace: '$(id)', pauses: [] };
    expect(commandFor('abort', named, 'the shop').command).toBe(
      `kubectl argo rollouts abort 'a;b' -n '$(id)' --context 'the shop'`,
    );
  });
});
