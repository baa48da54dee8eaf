import { statusOf } from '../../__testUtils__/scenario';

/** What can be done, and of what cannot, the id of why. */
function actionsOf(scenario: string) {
  const { actions } = statusOf(scenario);
  return {
    possible: actions.flatMap(each =>
      each.state === 'possible' ? [each.action] : [],
    ),
    impossible: Object.fromEntries(
      actions.flatMap(each =>
        each.state === 'impossible' ? [[each.action, each.because.id]] : [],
      ),
    ),
  };
}

const possible = (scenario: string) => actionsOf(scenario).possible;
const why = (scenario: string, action: string) =>
  actionsOf(scenario).impossible[action];

describe('rolloutActions', () => {
  it('promotes, aborts and holds a canary that is paused at a step', () => {
    expect(actionsOf('paused-at-step')).toEqual({
      possible: ['promote', 'promote-full', 'abort', 'pause'],
      impossible: {
        'skip-step': 'pausedAtStep',
        retry: 'notAborted',
        restart: 'updating',
      },
    });
  });

  it('says why in English as well', () => {
    expect(statusOf('done').actions).toContainEqual({
      action: 'abort',
      state: 'impossible',
      because: {
        id: 'nothingToAbort',
        parameters: {},
        text: 'It is fully promoted. There is nothing to abort.',
      },
    });
  });

  it('skips a step of a canary that moves, which needs no promotion', () => {
    expect(possible('step-0')).toEqual([
      'promote-full',
      'skip-step',
      'abort',
      'pause',
    ]);
    expect(why('step-0', 'promote')).toBe('notPaused');
    expect(why('step-0', 'restart')).toBe('updating');
  });

  it('does nothing twice while the controller has not acted on a promotion', () => {
    expect(possible('unpausing')).toEqual(['promote-full', 'abort', 'pause']);
    expect(why('unpausing', 'promote')).toBe('promoted');
    expect(why('unpausing', 'skip-step')).toBe('promoted');
  });

  it('restarts or holds what is done', () => {
    expect(actionsOf('done')).toEqual({
      possible: ['restart', 'pause'],
      impossible: {
        promote: 'nothingToPromote',
        'promote-full': 'nothingToPromote',
        'skip-step': 'stepsCompleted',
        abort: 'nothingToAbort',
        retry: 'notAborted',
      },
    });
    expect(why('restarting', 'restart')).toBe('alreadyRestarting');
    expect(why('scaled-to-zero', 'restart')).toBe('scaledToZero');
  });

  it('retries what was aborted, and never promotes it fully', () => {
    expect(possible('aborted')).toEqual(['retry', 'restart']);
    expect(why('aborted', 'promote-full')).toBe('abortedPromoteFully');
    expect(why('aborted', 'abort')).toBe('alreadyAborted');
    expect(why('aborted', 'pause')).toBe('aborted');
    expect(why('aborted-without-steps', 'skip-step')).toBe('noSteps');
  });

  it('aborts what has exceeded its deadline', () => {
    expect(possible('progress-deadline-exceeded')).toContain('abort');
    expect(why('progress-deadline-exceeded', 'retry')).toBe('notAborted');
  });

  it('unpauses what is paused by hand, by promoting it', () => {
    expect(possible('paused-by-spec')).toEqual([
      'promote',
      'promote-full',
      'skip-step',
      'abort',
    ]);
    expect(why('paused-by-spec', 'pause')).toBe('alreadyPaused');
  });

  it('judges an inconclusive analysis by promoting or aborting', () => {
    expect(possible('inconclusive-analysis')).toEqual([
      'promote',
      'promote-full',
      'abort',
      'pause',
    ]);
  });

  it('has nothing to go back to on a first revision', () => {
    expect(possible('initial-deploy')).toEqual(['restart', 'pause']);
    expect(possible('not-seen-by-controller')).toEqual(['pause']);
    expect(why('not-seen-by-controller', 'abort')).toBe('noStableRevision');
    expect(possible('invalid-spec')).toEqual(['pause']);
  });

  it('goes by no status of an earlier spec', () => {
    for (const scenario of ['spec-not-observed', 'workload-ref-not-observed']) {
      expect(possible(scenario)).toEqual(['pause']);
      expect(why(scenario, 'abort')).toBe('notObserved');
    }
  });

  it('promotes or aborts blue-green, which has no steps', () => {
    expect(possible('blue-green-paused')).toEqual([
      'promote',
      'promote-full',
      'abort',
      'pause',
    ]);
    expect(why('blue-green-paused', 'skip-step')).toBe('noSteps');
    expect(possible('blue-green-promoted')).toEqual(['restart', 'pause']);
  });

  it('offers nothing for a Deployment', () => {
    expect(statusOf('deployment-healthy')).toMatchObject({ actions: [] });
    expect(statusOf('deployment-healthy').seen).toBeUndefined();
  });
});

describe('stateToAct', () => {
  it('is what an action is made for', () => {
    expect(statusOf('paused-at-step').seen).toEqual({
      generation: 2,
      podHash: '7d4b9c6f85',
      stepIndex: 1,
      abort: false,
      paused: true,
    });
    expect(statusOf('paused-by-spec').seen).toMatchObject({ paused: true });
    expect(statusOf('aborted').seen).toMatchObject({
      abort: true,
      paused: false,
      stepIndex: 0,
    });
  });
});
