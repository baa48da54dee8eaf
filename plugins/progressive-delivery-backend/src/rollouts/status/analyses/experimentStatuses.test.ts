import {
  analysisRunWith,
  at,
  experimentWith,
  rolloutWith,
} from '../../__testUtils__/objects';
import { experimentStatuses } from './experimentStatuses';

const rollout = rolloutWith({
  steps: [{ experiment: { templates: [] } }],
  status: { canary: { currentExperiment: 'web-7d4b9c6f85-2-0' } },
});

describe('experimentStatuses', () => {
  it('tells the versions that run side by side, and the analyses that compare them', () => {
    const experiment = experimentWith({
      step: 0,
      spec: {
        duration: '1h',
        templates: [{ name: 'baseline' }, { name: 'canary', replicas: 2 }],
      },
      status: {
        phase: 'Running',
        availableAt: at('10:00:20'),
        templateStatuses: [
          {
            name: 'baseline',
            status: 'Running',
            podTemplateHash: 'abc',
            serviceName: 'web-baseline',
            readyReplicas: 1,
            availableReplicas: 1,
          },
        ],
      },
    });
    const run = analysisRunWith({
      name: 'web-compare',
      owner: experiment.metadata.uid,
      type: 'Step',
      step: 3,
      status: { phase: 'Running' },
    });
    const runsOf = (uid: string) =>
      uid === experiment.metadata.uid ? [run] : [];
    expect(experimentStatuses(rollout, [experiment], runsOf)).toEqual([
      {
        name: 'web-7d4b9c6f85-2-0',
        current: true,
        revision: 2,
        stepIndex: 0,
        phase: 'Running',
        createdAt: at('10:00:05'),
        availableAt: at('10:00:20'),
        until: '2026-03-01T11:00:20.000Z',
        templates: [
          {
            name: 'baseline',
            status: 'Running',
            podHash: 'abc',
            service: 'web-baseline',
            desired: 1,
            ready: 1,
            available: 1,
          },
          { name: 'canary', desired: 2, ready: 0, available: 0 },
        ],
        analysisRuns: [
          expect.objectContaining({
            name: 'web-compare',
            kind: 'experiment',
            current: true,
            phase: 'Running',
          }),
        ],
      },
    ]);
  });

  it('has no end any more once it has come to one', () => {
    const [status] = experimentStatuses(
      rollout,
      [
        experimentWith({
          step: 0,
          spec: { duration: '1h' },
          status: {
            phase: 'Failed',
            availableAt: at('10:00:20'),
            message: 'x',
          },
        }),
      ],
      () => [],
    );
    expect(status).toMatchObject({ phase: 'Failed', message: 'x' });
    expect(status.until).toBeUndefined();
  });

  it('does not know its analyses where these could not be read', () => {
    const [status] = experimentStatuses(
      rollout,
      [experimentWith({ step: 0 })],
      undefined,
    );
    expect(status.analysisRuns).toBeUndefined();
    expect(status.phase).toBe('Pending');
  });
});
