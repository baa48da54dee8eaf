import {
  analysisRunWith,
  at,
  experimentWith,
  ownedWith,
  rolloutWith,
} from '../__testUtils__/objects';
import { statusOf } from '../__testUtils__/scenario';
import { rolloutStatus } from './rolloutStatus';

const told = (
  step: object,
  status: object = {},
  owned: Parameters<typeof ownedWith>[0] = {},
  spec: object = {},
) =>
  rolloutStatus(
    rolloutWith({ steps: [step, { setWeight: 100 }], status, spec }),
    ownedWith(owned),
    { now: new Date(at('10:00:20')) },
  ).steps[0].waitsFor;

const pausedBy = (reason: string) => ({
  pauseConditions: [{ reason, startTime: at('10:00:00') }],
});

describe('waitsFor', () => {
  it('is somebody, or time', () => {
    expect(told({ pause: {} }, pausedBy('CanaryPauseStep'))).toBe(
      'somebody to promote it',
    );
    expect(told({ pause: { duration: 60 } }, pausedBy('CanaryPauseStep'))).toBe(
      'its pause to be over',
    );
    expect(told({ pause: {} }, {}, {}, { paused: true })).toBe(
      'somebody to unpause it (spec.paused)',
    );
    expect(told({ pause: {} }, { conditions: [{ type: 'InvalidSpec' }] })).toBe(
      'its spec to be mended',
    );
    expect(told({ setWeight: 5 }, pausedBy('InconclusiveExperiment'))).toBe(
      'somebody to judge an inconclusive experiment',
    );
  });

  it('is the controller', () => {
    expect(told({ pause: {} }, { controllerPause: true })).toBe(
      'the controller to go on after it was promoted',
    );
    expect(told({ setWeight: 5 }, { abortedAt: at('09:00:00') })).toBe(
      'the controller to begin anew after it was retried',
    );
    expect(told({ pause: {} }, { observedGeneration: '1' })).toBe(
      'the controller to see the latest spec',
    );
  });

  it('is pods, which are counted', () => {
    const [step] = statusOf('step-0').steps;
    expect(step.waitsFor).toBe(
      '1 more pod of the canary to be available (0 of 1)',
    );
    expect(told({ setWeight: 5 })).toBe(
      'as many pods of each revision as it wants',
    );
    expect(
      told({ setWeight: 5 }, {}, { replicaSets: undefined }),
    ).toBeUndefined();
  });

  it('is the traffic router, where that has yet to confirm the weight', () => {
    expect(
      told(
        { setWeight: 5 },
        { canary: { weights: { canary: { weight: 5 }, verified: false } } },
      ),
    ).toBe('the traffic router to confirm the weight');
  });

  it('is an analysis, with how far it has come', () => {
    const step = { analysis: { templates: [] } };
    expect(told(step)).toBe('its analysis to be started');
    const run = analysisRunWith({
      name: 'web-0',
      step: 0,
      spec: {
        metrics: [
          { name: 'success-rate', count: 5, interval: '10s' },
          { name: 'latency', interval: '10s' },
          { name: 'smoke' },
        ],
      },
      status: {
        phase: 'Running',
        metricResults: [
          { name: 'success-rate', phase: 'Running', count: 2 },
          { name: 'smoke', phase: 'Successful', count: 1 },
        ],
      },
    });
    expect(
      told(
        step,
        { canary: { currentStepAnalysisRunStatus: { name: 'web-0' } } },
        { analysisRuns: [run] },
      ),
    ).toBe(
      'analysis run web-0 to succeed (success-rate: 2 of 5 measurements, latency)',
    );
  });

  it('is an experiment, and at first its pods', () => {
    const step = { experiment: { templates: [] } };
    expect(told(step)).toBe('its experiment to be started');
    const spec = { templates: [{ name: 'baseline' }] };
    const { name } = experimentWith({ step: 0 }).metadata;
    const status = { canary: { currentExperiment: name } };
    expect(
      told(step, status, { experiments: [experimentWith({ step: 0, spec })] }),
    ).toBe(`the pods of baseline of experiment ${name} to be available`);
    expect(
      told(step, status, {
        experiments: [
          experimentWith({
            step: 0,
            spec,
            status: { phase: 'Running', availableAt: at('10:00:10') },
          }),
        ],
      }),
    ).toBe(`experiment ${name} to succeed`);
  });

  it('is a plugin, with what that says', () => {
    const step = { plugin: { name: 'example/step' } };
    expect(told(step)).toBe('its plugin to succeed');
    expect(
      told(step, {
        canary: {
          stepPluginStatuses: [
            { operation: 'Run', phase: 'Running', message: 'load is high' },
          ],
        },
      }),
    ).toBe('its plugin to succeed: load is high');
  });

  it('is nothing of a step that is not the current one', () => {
    expect(statusOf('paused-at-step').steps.map(each => each.waitsFor)).toEqual(
      [undefined, 'somebody to promote it', undefined, undefined],
    );
    expect(
      statusOf('aborted').steps.flatMap(each => each.waitsFor ?? []),
    ).toEqual([]);
  });
});
