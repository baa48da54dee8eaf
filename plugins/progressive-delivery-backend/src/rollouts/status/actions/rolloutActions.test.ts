import { statusOf } from '../../__testUtils__/scenario';

/** What can be done, and of what cannot the beginning of why. */
function told(scenario: string) {
  const { actions } = statusOf(scenario);
  return {
    possible: actions.flatMap(each =>
      each.state === 'possible' ? [each.action] : [],
    ),
    impossible: Object.fromEntries(
      actions.flatMap(each =>
        each.state === 'impossible' ? [[each.action, each.because]] : [],
      ),
    ),
  };
}

const possible = (scenario: string) => told(scenario).possible;
const why = (scenario: string, action: string) =>
  told(scenario).impossible[action];

describe('rolloutActions', () => {
  it('promotes, aborts and holds a canary that is paused at a step', () => {
    expect(told('paused-at-step')).toEqual({
      possible: ['promote', 'promote-full', 'abort', 'pause'],
      impossible: {
        'skip-step':
          'It is paused at this step: promote it, and it goes on with the next.',
        retry: 'It is not aborted.',
        restart: expect.stringMatching(/in spite of maxUnavailable/),
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
    expect(why('step-0', 'promote')).toBe(
      'It is not paused, and goes on by itself.',
    );
    expect(why('step-0', 'restart')).toMatch(/promote or abort it first/);
  });

  it('does nothing twice while the controller has not acted on a promotion', () => {
    expect(possible('unpausing')).toEqual(['promote-full', 'abort', 'pause']);
    expect(why('unpausing', 'promote')).toMatch(/promoted already/);
    expect(why('unpausing', 'skip-step')).toMatch(/promoted already/);
  });

  it('restarts or holds what is done', () => {
    expect(told('done')).toEqual({
      possible: ['restart', 'pause'],
      impossible: {
        promote: expect.stringMatching(/nothing to promote/),
        'promote-full': expect.stringMatching(/nothing to promote/),
        'skip-step': 'All steps are done.',
        abort: expect.stringMatching(/nothing to abort/),
        retry: 'It is not aborted.',
      },
    });
    expect(why('restarting', 'restart')).toBe('It is restarting already.');
    expect(why('scaled-to-zero', 'restart')).toMatch(/no pods to restart/);
  });

  it('retries what was aborted, and never promotes it fully', () => {
    expect(possible('aborted')).toEqual(['retry', 'restart']);
    expect(why('aborted', 'promote-full')).toMatch(/retry it first/);
    expect(why('aborted', 'abort')).toBe('It is aborted already.');
    expect(why('aborted', 'pause')).toMatch(/revert the change in Git/);
    expect(why('aborted-without-steps', 'skip-step')).toBe('It has no steps.');
  });

  it('aborts what has exceeded its deadline', () => {
    expect(possible('progress-deadline-exceeded')).toContain('abort');
    expect(why('progress-deadline-exceeded', 'retry')).toBe(
      'It is not aborted.',
    );
  });

  it('unpauses what is paused by hand, by promoting it', () => {
    expect(possible('paused-by-spec')).toEqual([
      'promote',
      'promote-full',
      'skip-step',
      'abort',
    ]);
    expect(why('paused-by-spec', 'pause')).toBe(
      'It is paused by hand already.',
    );
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
    expect(why('not-seen-by-controller', 'abort')).toMatch(/first revision/);
    expect(possible('invalid-spec')).toEqual(['pause']);
  });

  it('goes by no status of an earlier spec', () => {
    for (const scenario of ['spec-not-observed', 'workload-ref-not-observed']) {
      expect(possible(scenario)).toEqual(['pause']);
      expect(why(scenario, 'abort')).toMatch(
        /has not seen its latest spec yet/,
      );
    }
  });

  it('promotes or aborts blue-green, which has no steps', () => {
    expect(possible('blue-green-paused')).toEqual([
      'promote',
      'promote-full',
      'abort',
      'pause',
    ]);
    expect(why('blue-green-paused', 'skip-step')).toBe('It has no steps.');
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
