import {
  abortedRollout,
  deploymentStatus,
  pausedRollout,
} from '../../../__testUtils__/rolloutStatus';
import { commandsFor } from './commandsFor';

describe('commandsFor', () => {
  it('promotes or aborts what is paused', () => {
    expect(commandsFor(pausedRollout).map(({ command }) => command)).toEqual([
      'kubectl argo rollouts promote agents-controllers -n agents',
      'kubectl argo rollouts abort agents-controllers -n agents',
    ]);
  });

  it('retries what was aborted', () => {
    expect(commandsFor(abortedRollout)).toEqual([
      {
        does: 'retry',
        command:
          'kubectl argo rollouts retry rollout agents-controllers -n agents',
      },
    ]);
  });

  it('has none where nothing can be done, and none for Deployments', () => {
    expect(commandsFor({ ...pausedRollout, actions: [] })).toEqual([]);
    expect(commandsFor(deploymentStatus)).toEqual([]);
  });
});
