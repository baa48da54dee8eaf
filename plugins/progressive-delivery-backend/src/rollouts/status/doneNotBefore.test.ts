import {
  at,
  experimentWith,
  ownedWith,
  rolloutWith,
} from '../__testUtils__/objects';
import { rolloutStatus } from './rolloutStatus';

const now = new Date(at('10:00:20'));
const earliestEnd = (
  rollout: Parameters<typeof rolloutWith>[0],
  owned: Parameters<typeof ownedWith>[0] = {},
) =>
  rolloutStatus(rolloutWith(rollout), ownedWith(owned), { now }).doneNotBefore;

const paused = {
  pauseConditions: [{ reason: 'CanaryPauseStep', startTime: at('10:00:00') }],
};

describe('doneNotBefore', () => {
  it('adds up the steps that are left after a pause that has an end', () => {
    expect(
      earliestEnd({
        steps: [
          { pause: { duration: '1m' } },
          { setWeight: 50 },
          { pause: { duration: 30 } },
          { analysis: { templates: [{ templateName: 'success-rate' }] } },
          { experiment: { duration: '2m', templates: [] } },
        ],
        status: paused,
      }),
    ).toEqual({ from: '2026-03-01T10:01:00.000Z', seconds: 150 });
  });

  it('counts from now where the present step has no end of its own', () => {
    expect(
      earliestEnd({ steps: [{ setWeight: 50 }, { pause: { duration: 30 } }] }),
    ).toEqual({ seconds: 30 });
  });

  it('is told with the end of an experiment that runs, unless that may end before', () => {
    const experiment = experimentWith({
      step: 0,
      spec: { duration: '10m' },
      status: { phase: 'Running', availableAt: at('10:00:10') },
    });
    const status = { canary: { currentExperiment: experiment.metadata.name } };
    const step = { duration: '10m', templates: [] };
    const rest = { pause: { duration: 5 } };
    expect(
      earliestEnd(
        { steps: [{ experiment: step }, rest], status },
        { experiments: [experiment] },
      ),
    ).toEqual({ from: '2026-03-01T10:10:10.000Z', seconds: 5 });
    expect(
      earliestEnd(
        {
          steps: [
            {
              experiment: {
                ...step,
                analyses: [{ requiredForCompletion: true }],
              },
            },
            rest,
          ],
          status,
        },
        { experiments: [experiment] },
      ),
    ).toEqual({ seconds: 5 });
  });

  it.each([
    ['a step waits for somebody', { steps: [{ setWeight: 5 }, { pause: {} }] }],
    [
      'an experiment lasts until it is ended',
      { steps: [{ setWeight: 5 }, { experiment: { templates: [] } }] },
    ],
    [
      'it is paused by hand',
      { steps: [{ pause: { duration: 5 } }], spec: { paused: true } },
    ],
    [
      'it is aborted',
      { steps: [{ pause: { duration: 5 } }], status: { abort: true } },
    ],
    [
      'it is its first revision, which skips all steps',
      { steps: [{ pause: { duration: 5 } }], status: { stableRS: undefined } },
    ],
    [
      'it is done',
      {
        steps: [{ pause: { duration: 5 } }],
        status: { currentStepIndex: 1, stableRS: '7d4b9c6f85' },
      },
    ],
    ['nothing waits', { steps: [{ setWeight: 5 }] }],
  ])('is not told where %s', (_, rollout) => {
    expect(earliestEnd(rollout)).toBeUndefined();
  });

  it('is the end of the pause in blue-green', () => {
    expect(
      earliestEnd({
        strategy: {
          blueGreen: { activeService: 'web', autoPromotionSeconds: 60 },
        },
        status: {
          pauseConditions: [
            { reason: 'BlueGreenPause', startTime: at('10:00:00') },
          ],
        },
      }),
    ).toEqual({ from: '2026-03-01T10:01:00.000Z', seconds: 0 });
  });
});
