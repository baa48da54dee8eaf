import { journey, JourneySurroundings } from './journey';

const proposed: JourneySurroundings = {
  pullRequest: { state: 'open' },
  enabled: true,
  workloads: [{ name: 'agents-controllers', kindsLive: ['Deployment'] }],
  rollouts: [
    { kind: 'Deployment', name: 'agents-controllers', phase: 'Healthy' },
  ],
};

const told = (surroundings: JourneySurroundings) =>
  journey(surroundings)
    .map(({ stage, state }) => `${stage} ${state}`)
    .join(', ');

const at = (surroundings: JourneySurroundings) =>
  journey(surroundings).find(({ state }) => state !== 'done');

describe('journey', () => {
  it('waits for the merge first', () => {
    expect(told(proposed)).toBe(
      'pull-request done, merged current, synced waiting, kind-changed waiting, healthy waiting',
    );
  });

  it('ends where the pull request was closed', () => {
    expect(told({ ...proposed, pullRequest: { state: 'closed' } })).toBe(
      'pull-request failed',
    );
  });

  it('waits for Argo CD after the merge, and says what Argo CD says', () => {
    const merged: JourneySurroundings = {
      ...proposed,
      pullRequest: { state: 'merged' },
    };
    expect(at(merged)).toEqual({
      stage: 'synced',
      state: 'current',
      message: 'Waiting for Argo CD to apply the Rollout.',
    });
    expect(
      at({ ...merged, syncProblem: 'the Rollout CRD is not installed' }),
    ).toEqual({
      stage: 'synced',
      state: 'failed',
      message: 'the Rollout CRD is not installed',
    });
  });

  it('claims to wait for nothing where it is not known what is live', () => {
    const merged: JourneySurroundings = {
      ...proposed,
      pullRequest: { state: 'merged' },
      workloads: [{ name: 'agents-controllers', kindsLive: [] }],
      liveUnknown: 'Cluster main did not answer within 20 s',
    };
    expect(at(merged)).toEqual({
      stage: 'synced',
      state: 'current',
      message: 'Cluster main did not answer within 20 s',
    });
  });

  it('does not take the kind for changed while both are live', () => {
    expect(
      at({
        ...proposed,
        pullRequest: { state: 'merged' },
        workloads: [
          { name: 'agents-controllers', kindsLive: ['Deployment', 'Rollout'] },
        ],
      })?.stage,
    ).toBe('kind-changed');
  });

  it('is done only when every workload that the switch moves is healthy', () => {
    const changed: JourneySurroundings = {
      ...proposed,
      pullRequest: { state: 'merged' },
      workloads: [
        { name: 'agents', kindsLive: ['Rollout'] },
        { name: 'agents-controllers', kindsLive: ['Rollout'] },
      ],
      rollouts: [
        { kind: 'Rollout', name: 'agents', phase: 'Healthy' },
        {
          kind: 'Rollout',
          name: 'agents-controllers',
          phase: 'Degraded',
          message: 'RolloutAborted',
        },
      ],
    };
    expect(at(changed)).toEqual({
      stage: 'healthy',
      state: 'failed',
      message: 'agents-controllers: Degraded: RolloutAborted',
    });
    expect(
      at({ ...changed, rollouts: changed.rollouts.slice(0, 1) }),
    ).toMatchObject({ stage: 'healthy', state: 'current' });
    expect(
      at({
        ...changed,
        rollouts: changed.rollouts.map(each => ({ ...each, phase: 'Healthy' })),
      }),
    ).toBeUndefined();
  });

  it('is the same the way back', () => {
    expect(
      at({
        pullRequest: { state: 'merged' },
        enabled: false,
        workloads: [
          { name: 'agents-controllers', kindsLive: ['Deployment', 'Rollout'] },
        ],
        rollouts: [],
      })?.message,
    ).toBe(
      'Waiting for Argo CD to remove the Rollout, once the Deployment is healthy.',
    );
  });
});
