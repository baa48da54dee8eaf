import { analysisRunWith, at, rolloutWith } from '../../__testUtils__/objects';
import { analysisRunStatuses } from './analysisRunStatuses';

const rollout = rolloutWith({
  steps: [{ analysis: { templates: [] } }],
  status: {
    canary: {
      currentStepAnalysisRunStatus: { name: 'web-step', status: 'Running' },
    },
  },
});

describe('analysisRunStatuses', () => {
  it('tells what each metric is measured by, how much of it is let pass, and what was measured', () => {
    const run = analysisRunWith({
      name: 'web-step',
      step: 3,
      spec: {
        dryRun: [{ metricName: 'latency' }],
        metrics: [
          {
            name: 'success-rate',
            interval: '10s',
            count: '5',
            successCondition: 'result[0] >= 0.95',
            failureCondition: 'result[0] < 0.9',
            failureLimit: 2,
            inconclusiveLimit: 1,
            consecutiveErrorLimit: 0,
            provider: { prometheus: { query: 'secret' } },
          },
          { name: 'latency', provider: { plugin: { 'example/metric': {} } } },
        ],
      },
      status: {
        phase: 'Running',
        startedAt: at('10:00:06'),
        metricResults: [
          {
            name: 'success-rate',
            phase: 'Running',
            count: 2,
            successful: 1,
            failed: 1,
            error: 1,
            consecutiveError: 0,
            measurements: [
              {
                phase: 'Successful',
                value: '[0.97]',
                startedAt: at('10:00:06'),
                finishedAt: at('10:00:07'),
              },
              {
                phase: 'Error',
                message: 'connection refused',
                startedAt: at('10:00:16'),
              },
            ],
          },
        ],
      },
    });
    expect(analysisRunStatuses(rollout, [run])).toEqual([
      {
        name: 'web-step',
        kind: 'step',
        current: true,
        revision: 2,
        stepIndex: 3,
        phase: 'Running',
        startedAt: at('10:00:06'),
        metrics: [
          {
            name: 'success-rate',
            provider: 'prometheus',
            phase: 'Running',
            dryRun: false,
            interval: '10s',
            successCondition: 'result[0] >= 0.95',
            failureCondition: 'result[0] < 0.9',
            limits: { failed: 2, inconclusive: 1, consecutiveErrors: 0 },
            wanted: 5,
            counts: {
              measured: 2,
              successful: 1,
              failed: 1,
              inconclusive: 0,
              errors: 1,
              consecutiveErrors: 0,
              consecutiveSuccesses: 0,
            },
            measurements: [
              { phase: 'Successful', value: '[0.97]', at: at('10:00:07') },
              {
                phase: 'Error',
                message: 'connection refused',
                at: at('10:00:16'),
              },
            ],
          },
          {
            name: 'latency',
            provider: 'example/metric',
            phase: 'Pending',
            dryRun: true,
            limits: { failed: 0, inconclusive: 0, consecutiveErrors: 4 },
            wanted: 1,
            counts: {
              measured: 0,
              successful: 0,
              failed: 0,
              inconclusive: 0,
              errors: 0,
              consecutiveErrors: 0,
              consecutiveSuccesses: 0,
            },
            measurements: [],
          },
        ],
      },
    ]);
  });

  it('has no limit of failures where that is negative, and no end where it has an interval and no count', () => {
    const run = analysisRunWith({
      name: 'a',
      spec: { metrics: [{ name: 'x', interval: '1m', failureLimit: -1 }] },
    });
    const [metric] = analysisRunStatuses(rollout, [run])[0].metrics;
    expect(metric.limits.failed).toBeUndefined();
    expect(metric.wanted).toBeUndefined();
  });

  it('says what failed, also where only a metric or its last measurement does', () => {
    const failedWith = (status: object, result: object) =>
      analysisRunStatuses(rollout, [
        analysisRunWith({
          name: 'a',
          spec: { metrics: [{ name: 'dry' }, { name: 'x' }] },
          status: {
            phase: 'Failed',
            metricResults: [
              { name: 'dry', phase: 'Failed', dryRun: true, message: 'dry' },
              { name: 'x', phase: 'Error', ...result },
            ],
            ...status,
          },
        }),
      ])[0].message;
    expect(failedWith({ message: 'it says' }, { message: 'no' })).toBe(
      'it says',
    );
    expect(failedWith({}, { message: 'a metric says' })).toBe('a metric says');
    expect(
      failedWith(
        {},
        { measurements: [{ phase: 'Error', message: 'a measurement says' }] },
      ),
    ).toBe('a measurement says');
  });

  it('tells what the Rollout goes by first, then the latest, and ten at most', () => {
    const runs = Array.from({ length: 12 }, (_, index) =>
      analysisRunWith({
        name: `web-${index}`,
        type: 'Background',
        createdAt: at(`10:00:${10 + index}`),
      }),
    );
    const statuses = analysisRunStatuses(rollout, [
      ...runs,
      analysisRunWith({ name: 'web-step', createdAt: at('09:00:00') }),
    ]);
    expect(statuses.map(({ kind, name }) => `${name} ${kind}`)).toEqual([
      'web-step step',
      ...[11, 10, 9, 8, 7, 6, 5, 4, 3].map(index => `web-${index} background`),
    ]);
  });

  it('knows what it is for by its label only', () => {
    const kindOf = (type: string) =>
      analysisRunStatuses(rollout, [analysisRunWith({ name: 'a', type })])[0]
        .kind;
    expect(
      ['Step', 'Background', 'PrePromotion', 'PostPromotion', 'New'].map(
        kindOf,
      ),
    ).toEqual(['step', 'background', 'prePromotion', 'postPromotion', 'other']);
  });

  it('keeps the last measurements, and the beginning of long values', () => {
    const run = analysisRunWith({
      name: 'a',
      spec: { metrics: [{ name: 'x' }] },
      status: {
        phase: 'Dreaming',
        metricResults: [
          {
            name: 'x',
            measurements: Array.from({ length: 30 }, (_, index) => ({
              phase: 'Successful',
              value: String(index).padEnd(2_000, '.'),
            })),
          },
        ],
      },
    });
    const [{ metrics, phase }] = analysisRunStatuses(rollout, [run]);
    expect(phase).toBe('Unknown');
    expect(metrics[0].measurements).toHaveLength(10);
    expect(metrics[0].measurements[0].value).toMatch(/^20\.{298}…$/);
  });
});
