import { WorkloadEvent } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { relevantWarnings } from './relevantWarnings';

const NOW = Date.parse('2026-01-01T00:10:00Z');

const failedCreate: WorkloadEvent = {
  kind: 'ReplicaSet',
  name: 'agents-7f6b',
  type: 'Warning',
  reason: 'FailedCreate',
  message: 'exceeded quota',
  count: 3,
  at: '2026-01-01T00:09:00Z',
};

const warningsOf = (
  events: WorkloadEvent[],
  phase: 'Progressing' | 'Healthy' = 'Progressing',
) => relevantWarnings({ events, phase }, NOW);

describe('relevantWarnings', () => {
  it('tells each reason once, by its latest event', () => {
    expect(
      warningsOf([
        failedCreate,
        { ...failedCreate, message: 'an earlier one' },
      ]),
    ).toEqual([failedCreate]);
  });

  it.each([
    ['pods tell themselves', { kind: 'Pod', reason: 'BackOff' }],
    ['the abort tells', { kind: 'Rollout', reason: 'RolloutAborted' }],
    ['the analysis tells', { kind: 'Rollout', reason: 'AnalysisRunFailed' }],
    ['is long ago', { at: '2025-12-31T23:00:00Z' }],
    ['happened at an unknown time', { at: undefined }],
    ['is no warning', { type: 'Normal' as const }],
  ])('is silent about what %s', (_, change) => {
    expect(warningsOf([{ ...failedCreate, ...change }])).toEqual([]);
  });

  it('tells of pods of the experiment that runs, which are nowhere else', () => {
    const backOff = {
      ...failedCreate,
      kind: 'Pod',
      name: 'compare-new-6d8f-x',
    };
    const experiment = {
      name: 'compare',
      current: true,
      phase: 'Pending' as const,
      templates: [],
    };
    const toldOf = (...experiments: (typeof experiment)[]) =>
      relevantWarnings(
        { events: [backOff], experiments, phase: 'Progressing' },
        NOW,
      );
    expect(toldOf(experiment)).toEqual([backOff]);
    expect(toldOf()).toEqual([]);
    expect(toldOf({ ...experiment, current: false })).toEqual([]);
  });

  it('is silent once all is well, and where events could not be read', () => {
    expect(warningsOf([failedCreate], 'Healthy')).toEqual([]);
    expect(
      relevantWarnings({ events: undefined, phase: 'Degraded' }, NOW),
    ).toEqual([]);
  });
});
