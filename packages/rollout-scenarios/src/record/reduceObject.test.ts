import { reduceObject } from './reduceObject';
import type { RecordedObject } from './takeRecord';

const entry = {
  manager: 'rollouts-controller',
  operation: 'Update',
  subresource: 'status',
  time: '2026-03-01T10:00:00Z',
};

const objectOf = (
  kind: string,
  fields: Partial<RecordedObject> = {},
): RecordedObject => ({
  kind,
  metadata: {
    uid: 'a1',
    resourceVersion: '7',
    managedFields: [{ ...entry, fieldsType: 'FieldsV1', fieldsV1: { f: {} } }],
  },
  ...fields,
});

describe('reduceObject', () => {
  it('keeps who wrote a Rollout and when, but not which fields', () => {
    expect(reduceObject(objectOf('Rollout'))).toEqual([
      {
        kind: 'Rollout',
        metadata: { uid: 'a1', resourceVersion: '7', managedFields: [entry] },
      },
    ]);
  });

  it('keeps nothing of this for what only controllers write', () => {
    expect(reduceObject(objectOf('Pod'))[0].metadata).toEqual({
      uid: 'a1',
      resourceVersion: '7',
    });
  });

  it('leaves Events out that say no more than the objects do', () => {
    const reasons = [
      { type: 'Normal', reason: 'RolloutStepCompleted', of: 'Rollout' },
      { type: 'Normal', reason: 'ScalingReplicaSet', of: 'Rollout' },
      { type: 'Normal', reason: 'Scheduled', of: 'Pod' },
      { type: 'Warning', reason: 'FailedScheduling', of: 'Pod' },
    ].filter(
      ({ of, ...event }) =>
        reduceObject(
          objectOf('Event', { ...event, involvedObject: { kind: of } }),
        ).length > 0,
    );
    expect(reasons.map(({ reason }) => reason)).toEqual([
      'RolloutStepCompleted',
      'FailedScheduling',
    ]);
  });
});
