import {
  analysisRunWith,
  at,
  experimentWith,
  ownedWith,
  rolloutWith,
} from '../__testUtils__/objects';
import { statusOf } from '../__testUtils__/scenario';
import { rolloutStatus } from './rolloutStatus';

const waitOf = (
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

const waitText = (...of: Parameters<typeof waitOf>) => waitOf(...of)?.text;

const pausedBy = (reason: string) => ({
  pauseConditions: [{ reason, startTime: at('10:00:00') }],
});

describe('waitsFor', () => {
  it('is somebody, or time', () => {
    expect(waitText({ pause: {} }, pausedBy('CanaryPauseStep'))).toBe(
      'Waiting for promotion',
    );
    expect(
      waitText({ pause: { duration: 60 } }, pausedBy('CanaryPauseStep')),
    ).toBe('Waiting for the pause to end');
    expect(waitText({ pause: {} }, {}, {}, { paused: true })).toBe(
      'Waiting to be unpaused (spec.paused)',
    );
    expect(
      waitText({ pause: {} }, { conditions: [{ type: 'InvalidSpec' }] }),
    ).toBe('Waiting for the spec to be fixed');
    expect(waitText({ setWeight: 5 }, pausedBy('InconclusiveExperiment'))).toBe(
      'Waiting for a decision on an inconclusive experiment',
    );
  });

  it('is the controller', () => {
    expect(waitText({ pause: {} }, { controllerPause: true })).toBe(
      'Waiting for the controller to act on the promotion',
    );
    expect(waitText({ setWeight: 5 }, { abortedAt: at('09:00:00') })).toBe(
      'Waiting for the controller to start the retry',
    );
    expect(waitText({ pause: {} }, { observedGeneration: '1' })).toBe(
      'Waiting for the controller to observe the latest spec',
    );
  });

  it('is pods, which are counted', () => {
    const [step] = statusOf('step-0').steps;
    expect(step.waitsFor).toEqual({
      id: 'podsAvailable',
      parameters: { count: 1, role: 'canary', available: 0, desired: 1 },
      text: 'Waiting for 1 more canary pod to become available (0 of 1)',
    });
    expect(waitText({ setWeight: 5 })).toBe(
      'Waiting for all revisions to be scaled',
    );
    expect(
      waitText({ setWeight: 5 }, {}, { replicaSets: undefined }),
    ).toBeUndefined();
  });

  it('is the traffic router, where that has yet to confirm the weight', () => {
    expect(
      waitText(
        { setWeight: 5 },
        { canary: { weights: { canary: { weight: 5 }, verified: false } } },
      ),
    ).toBe('Waiting for the traffic router to verify the weight');
  });

  it('is an analysis, with how far it has come', () => {
    const step = { analysis: { templates: [] } };
    expect(waitText(step)).toBe('Waiting for the analysis run to start');
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
      waitText(
        step,
        { canary: { currentStepAnalysisRunStatus: { name: 'web-0' } } },
        { analysisRuns: [run] },
      ),
    ).toBe(
      'Waiting for analysis run web-0 to succeed (success-rate: 2/5, latency)',
    );
  });

  it('is an experiment, and at first its pods', () => {
    const step = { experiment: { templates: [] } };
    expect(waitText(step)).toBe('Waiting for the experiment to start');
    const spec = { templates: [{ name: 'baseline' }] };
    const { name } = experimentWith({ step: 0 }).metadata;
    const status = { canary: { currentExperiment: name } };
    expect(
      waitText(step, status, {
        experiments: [experimentWith({ step: 0, spec })],
      }),
    ).toBe(
      `Waiting for pods of baseline in experiment ${name} to become available`,
    );
    expect(
      waitText(step, status, {
        experiments: [
          experimentWith({
            step: 0,
            spec,
            status: { phase: 'Running', availableAt: at('10:00:10') },
          }),
        ],
      }),
    ).toBe(`Waiting for experiment ${name} to succeed`);
  });

  it('is a plugin, with what that says', () => {
    const step = { plugin: { name: 'example/step' } };
    expect(waitText(step)).toBe('Waiting for the plugin to succeed');
    expect(
      waitText(step, {
        canary: {
          stepPluginStatuses: [
            { operation: 'Run', phase: 'Running', message: 'load is high' },
          ],
        },
      }),
    ).toBe('Waiting for the plugin to succeed: load is high');
  });

  it('is nothing of a step that is not the current one', () => {
    expect(
      statusOf('paused-at-step').steps.map(each => each.waitsFor?.id),
    ).toEqual([undefined, 'promotion', undefined, undefined]);
    expect(
      statusOf('aborted').steps.flatMap(each => each.waitsFor ?? []),
    ).toEqual([]);
  });
});
