import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  deploymentStatus,
  movingRollout,
  pausedRollout,
  silentRollout,
  withFailingPods,
} from '../../__testUtils__/rolloutStatus';
import { phaseChanges, ToldPhases, toldPhases } from './phaseChanges';

const between = (before: RolloutStatus[], after: RolloutStatus[]) => {
  const told = toldPhases(before);
  return phaseChanges(told, toldPhases(after, told));
};

describe('phaseChanges', () => {
  it('is silent while phases stay', () => {
    expect(
      between(
        [deploymentStatus, pausedRollout],
        [deploymentStatus, { ...pausedRollout, message: 'other' }],
      ),
    ).toEqual([]);
  });

  it('tells new phases, new workloads and workloads that are gone', () => {
    const healthy = { ...pausedRollout, phase: 'Healthy' as const };
    const added = { ...pausedRollout, name: 'agents' };

    expect(
      between([deploymentStatus, pausedRollout], [healthy, added]),
    ).toEqual([
      { change: 'phase', rollout: healthy, phase: 'Healthy' },
      { change: 'phase', rollout: added, phase: 'Paused' },
      { change: 'gone', rollout: deploymentStatus },
    ]);
  });

  it('tells once that pods begin to fail, although they are ready in between', () => {
    const crashing = withFailingPods(2, { reason: 'CrashLoopBackOff' });
    const healthy = { ...movingRollout, phase: 'Healthy' as const };
    let told: ToldPhases = toldPhases([movingRollout]);
    const then = (rollout: RolloutStatus) => {
      const before = told;
      told = toldPhases([rollout], before);
      return phaseChanges(before, told);
    };

    expect(then(crashing)).toEqual([
      { change: 'phase', rollout: crashing, phase: 'Failing' },
    ]);
    expect(then(movingRollout)).toEqual([]);
    expect(then(crashing)).toEqual([]);
    expect(then(healthy)).toEqual([
      { change: 'phase', rollout: healthy, phase: 'Healthy' },
    ]);
  });

  it('tells that what was failing although its controller calls it healthy has recovered', () => {
    const failing = {
      ...withFailingPods(1, { reason: 'CrashLoopBackOff' }),
      phase: 'Healthy' as const,
    };
    const healthy = { ...movingRollout, phase: 'Healthy' as const };

    expect(between([failing], [healthy])).toEqual([
      { change: 'phase', rollout: healthy, phase: 'Healthy' },
    ]);
  });

  it('tells once that a controller has become silent', () => {
    const before = { ...silentRollout, observation: pausedRollout.observation };

    expect(between([before], [silentRollout])).toEqual([
      { change: 'silent', rollout: silentRollout },
    ]);
    expect(between([silentRollout], [silentRollout])).toEqual([]);
  });
});
