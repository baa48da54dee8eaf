import { at, rolloutWith } from '../../__testUtils__/objects';
import { earliestOf, pauseStatuses } from './pauseStatuses';

const startTime = at('10:00:12');
const pausedBy = (...reasons: string[]) => ({
  pauseConditions: reasons.map(reason => ({ reason, startTime })),
});

describe('pauseStatuses', () => {
  it('ends with the duration of the step', () => {
    const rollout = rolloutWith({
      steps: [{ setWeight: 10 }, { pause: { duration: '10m' } }],
      status: { currentStepIndex: 1, ...pausedBy('CanaryPauseStep') },
    });
    expect(pauseStatuses(rollout)).toEqual([
      {
        reason: 'CanaryPauseStep',
        since: startTime,
        until: '2026-03-01T10:10:12.000Z',
      },
    ]);
  });

  it('has no end until somebody promotes it', () => {
    const rollout = rolloutWith({
      steps: [{ pause: {} }],
      status: pausedBy('CanaryPauseStep'),
    });
    expect(pauseStatuses(rollout)).toEqual([
      { reason: 'CanaryPauseStep', since: startTime },
    ]);
  });

  it('has no end after an inconclusive analysis, whatever the step is', () => {
    const rollout = rolloutWith({
      steps: [{ pause: { duration: 30 } }],
      status: pausedBy('InconclusiveAnalysisRun', 'CanaryPauseStep'),
    });
    expect(pauseStatuses(rollout).map(({ until }) => until)).toEqual([
      undefined,
      '2026-03-01T10:00:42.000Z',
    ]);
  });

  it('ends in blue-green with autoPromotionSeconds, unless that is switched off', () => {
    const untilWith = (blueGreen: object) =>
      pauseStatuses(
        rolloutWith({
          strategy: { blueGreen: { activeService: 'web', ...blueGreen } },
          status: pausedBy('BlueGreenPause'),
        }),
      )[0].until;
    expect(untilWith({ autoPromotionSeconds: 60 })).toBe(
      '2026-03-01T10:01:12.000Z',
    );
    expect(untilWith({ autoPromotionEnabled: false })).toBeUndefined();
    expect(
      untilWith({ autoPromotionEnabled: false, autoPromotionSeconds: 60 }),
    ).toBeUndefined();
  });

  it('tells a pause by hand beside the others, whose time it does not take for its own', () => {
    const conditions = [
      { type: 'Paused', status: 'True', lastTransitionTime: at('10:00:00') },
    ];
    const alone = rolloutWith({
      spec: { paused: true },
      status: { conditions },
    });
    expect(pauseStatuses(alone)).toEqual([
      { reason: 'spec.paused', since: at('10:00:00') },
    ]);
    const both = rolloutWith({
      steps: [{ pause: {} }],
      spec: { paused: true },
      status: { conditions, ...pausedBy('CanaryPauseStep') },
    });
    expect(pauseStatuses(both)).toEqual([
      { reason: 'CanaryPauseStep', since: startTime },
      { reason: 'spec.paused' },
    ]);
    expect(earliestOf(pauseStatuses(both))).toBe(startTime);
  });
});
