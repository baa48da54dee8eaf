import { objectsOf } from '../__testUtils__/scenario';
import { rolloutObjectSchema } from '../objects/kinds/rolloutObject';
import { rolloutStatus } from './rolloutStatus';

const rollout = rolloutObjectSchema.parse(objectsOf('invalid-spec')[0]);
const statusAs = (phase: string) =>
  rolloutStatus(
    { ...rollout, status: { ...rollout.status, phase } },
    {
      replicaSets: undefined,
      pods: undefined,
      analysisRuns: undefined,
      experiments: undefined,
      services: undefined,
      events: undefined,
    },
    { now: new Date() },
  );

describe('A condition InvalidSpec', () => {
  it('that has stayed while the Rollout is healthy is told with what it says and its age', () => {
    expect(statusAs('Healthy')).toMatchObject({
      phase: 'Healthy',
      pastInvalidSpec: {
        message: expect.stringContaining('is invalid'),
        since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    });
  });

  it('of a Rollout that is refused now is its phase, and nothing of the past', () => {
    const status = statusAs('Degraded');
    expect(status.phase).toBe('Degraded');
    expect(status.pastInvalidSpec).toBeUndefined();
  });
});
