import {
  analysisRunWith,
  at,
  eventWith,
  experimentWith,
  rolloutWith,
} from '../../__testUtils__/objects';
import { abortStatus } from './abortStatus';
import { UpdateTraces } from './stepReached';

const STEPS = [
  { setWeight: 10 },
  { analysis: { templates: [{ templateName: 'success-rate' }] } },
  { experiment: { templates: [] } },
  { setWeight: 50 },
  { pause: {} },
];

/** The Rollout at 10:00:20, when it is aborted; `because` something has failed. */
const aborted = (because?: string, steps: object[] = STEPS) =>
  rolloutWith({
    steps,
    status: {
      abort: true,
      abortedAt: at('10:00:20'),
      conditions: [
        {
          type: 'Progressing',
          status: 'False',
          reason: 'RolloutAborted',
          message: `Rollout aborted update to revision 2${
            because ? `: ${because}` : ''
          }`,
        },
      ],
    },
  });

const abortOf = (
  rollout: Parameters<typeof abortStatus>[0],
  traces: Partial<UpdateTraces> = {},
) =>
  abortStatus(rollout, {
    analysisRuns: [],
    experiments: [],
    events: [],
    ...traces,
  });

const started = (time = '10:00:00') =>
  eventWith('RolloutUpdated', 'Rollout updated to revision 2', time);
const completed = (step: number, time: string) =>
  eventWith(
    'RolloutStepCompleted',
    `Rollout step ${step}/5 completed (setWeight: 10)`,
    time,
  );
const paused = (time: string) =>
  eventWith('RolloutPaused', 'Rollout is paused (CanaryPauseStep)', time);
const abortedAt = (first: string, last = first, count = 1) =>
  eventWith('RolloutAborted', 'Rollout aborted update to revision 2', last, {
    firstTimestamp: at(first),
    count,
  });

describe('abortStatus', () => {
  it('is nothing where nothing was aborted', () => {
    expect(abortOf(rolloutWith({ steps: STEPS }))).toBeUndefined();
  });

  it('says when and why', () => {
    expect(abortOf(aborted('Background analysis phase error/failed'))).toEqual({
      step: 'unknown',
      at: at('10:00:20'),
      because: 'Background analysis phase error/failed',
    });
  });

  it('has no cause where somebody has done it', () => {
    expect(abortOf(aborted())?.because).toBeUndefined();
  });

  it('has no time before a controller has acted, and is at the step that the index still says', () => {
    expect(
      abortOf(
        rolloutWith({
          steps: STEPS,
          status: { abort: true, currentStepIndex: 3 },
        }),
      ),
    ).toEqual({ step: 3 });
  });

  it('has no step where there are none', () => {
    expect(abortOf(aborted(undefined, []))?.step).toBeUndefined();
  });

  describe('at the step of what has failed', () => {
    it('which is that of the last analysis that did', () => {
      const failed = { phase: 'Failed' };
      const analysisRuns = [
        analysisRunWith({ step: 1, status: failed }),
        analysisRunWith({ step: 3, createdAt: at('10:00:15'), status: failed }),
        analysisRunWith({
          step: 0,
          createdAt: at('10:00:16'),
          status: { phase: 'Successful' },
        }),
        analysisRunWith({ step: 4, revision: '1', status: failed }),
      ];
      expect(
        abortOf(
          aborted(
            'Step-based analysis phase error/failed: Metric "x" assessed Failed',
          ),
          { analysisRuns },
        )?.step,
      ).toBe(3);
    });

    it('or of an experiment, which only its name tells', () => {
      const experiments = [
        experimentWith({ step: 2, suffix: '-1', status: { phase: 'Error' } }),
      ];
      expect(
        abortOf(aborted('Experiment analysis phase is error/failed'), {
          experiments,
        })?.step,
      ).toBe(2);
    });

    it('or of a plugin, which counts from one', () => {
      expect(
        abortOf(aborted('Step Plugin 4 (example/step) failed: no'))?.step,
      ).toBe(3);
    });

    it('but not where that step is not there any more', () => {
      expect(
        abortOf(aborted('Step Plugin 9 (example/step) failed: no'))?.step,
      ).toBe('unknown');
    });
  });

  describe('by what its controller has recorded', () => {
    it('is the step after the last that was completed', () => {
      const events = [
        started(),
        completed(1, '10:00:05'),
        completed(2, '10:00:10'),
        abortedAt('10:00:20'),
      ];
      expect(abortOf(aborted(), { events })?.step).toBe(2);
    });

    it('is the first where none was completed', () => {
      expect(abortOf(aborted(), { events: [started()] })?.step).toBe(0);
    });

    it('does not count the steps of an earlier update or of one that came later', () => {
      const events = [
        completed(4, '09:59:59'),
        started(),
        completed(1, '10:00:05'),
        completed(3, '10:00:22'),
      ];
      expect(abortOf(aborted(), { events })?.step).toBe(1);
    });

    it('begins anew with each try', () => {
      const events = [
        started(),
        completed(3, '10:00:05'),
        abortedAt('10:00:08', '10:00:20', 2),
      ];
      expect(abortOf(aborted(), { events })?.step).toBe(0);
      expect(
        abortOf(aborted(), { events: [...events, completed(1, '10:00:15')] })
          ?.step,
      ).toBe(1);
    });

    it('is not known after a third try, whose start is not kept', () => {
      const events = [
        started(),
        completed(1, '10:00:05'),
        abortedAt('10:00:08', '10:00:20', 3),
      ];
      expect(abortOf(aborted(), { events })?.step).toBe('unknown');
    });

    it('is the step of an experiment or analysis that was begun, also where one was skipped', () => {
      const events = [started(), completed(1, '10:00:04')];
      expect(
        abortOf(aborted(), {
          events,
          experiments: [experimentWith({ step: 2 })],
          analysisRuns: [analysisRunWith({ step: 1 })],
        })?.step,
      ).toBe(2);
    });

    it('is not the next pause where the last one was before', () => {
      const events = [started(), paused('10:00:05'), completed(3, '10:00:10')];
      expect(abortOf(aborted(), { events })?.step).toBe(3);
    });

    it('is the pause that came after all that', () => {
      const events = [started(), completed(1, '10:00:04'), paused('10:00:15')];
      expect(
        abortOf(aborted(), {
          events,
          experiments: [experimentWith({ step: 2 })],
        })?.step,
      ).toBe(4);
    });
  });

  describe('once its events have expired', () => {
    it('is the step of the analysis that the abort has ended', () => {
      const analysisRuns = [
        analysisRunWith({
          step: 1,
          status: { phase: 'Successful', completedAt: at('10:00:21') },
        }),
      ];
      expect(abortOf(aborted(), { analysisRuns })?.step).toBe(1);
    });

    it('is not known from an analysis that had ended before', () => {
      const analysisRuns = [
        analysisRunWith({
          step: 1,
          status: { phase: 'Successful', completedAt: at('10:00:10') },
        }),
      ];
      expect(abortOf(aborted(), { analysisRuns })?.step).toBe('unknown');
    });
  });
});
