import {
  abortedRollout,
  blueGreenRollout,
  pausedRollout,
} from '../../__testUtils__/rolloutStatus';
import { servingRevision } from './servingRevision';

const [canary, stable] = abortedRollout.revisions;

describe('servingRevision', () => {
  it.each([
    ['of an aborted canary, the stable one', abortedRollout, 1],
    [
      'of one without steps as well, which has no weight',
      { ...abortedRollout, weight: undefined },
      1,
    ],
    ['of blue-green, the active one', blueGreenRollout, 1],
    [
      'with traffic routing, by the weight alone',
      {
        ...abortedRollout,
        trafficRouters: ['nginx'],
        revisions: [{ ...canary, ready: 1 }, stable],
      },
      1,
    ],
  ])('is, %s', (_of, rollout, revision) => {
    expect(servingRevision(rollout)).toBe(revision);
  });

  it.each([
    ['a canary has a share', pausedRollout],
    [
      'traffic is still routed to the canary',
      {
        ...abortedRollout,
        trafficRouters: ['nginx'],
        weight: { set: 0, actual: 25 },
      },
    ],
    [
      'pods of the canary still run',
      {
        ...abortedRollout,
        revisions: [{ ...canary, ready: 1 }, stable],
      },
    ],
    [
      'no pod is ready',
      { ...abortedRollout, revisions: [canary, { ...stable, ready: 0 }] },
    ],
    ['the revisions could not be read', { ...abortedRollout, revisions: [] }],
  ])('is unknown where %s', (_where, rollout) => {
    expect(servingRevision(rollout)).toBeUndefined();
  });
});
