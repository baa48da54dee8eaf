import {
  deploymentStatus,
  pausedRollout,
  silentRollout,
} from '../../__testUtils__/rolloutStatus';
import { phaseChanges } from './phaseChanges';

describe('phaseChanges', () => {
  it('is silent while phases stay', () => {
    expect(
      phaseChanges(
        [deploymentStatus, pausedRollout],
        [deploymentStatus, { ...pausedRollout, message: 'other' }],
      ),
    ).toEqual([]);
  });

  it('tells new phases, new workloads and workloads that are gone', () => {
    const healthy = { ...pausedRollout, phase: 'Healthy' as const };
    const added = { ...pausedRollout, name: 'agents' };

    expect(
      phaseChanges([deploymentStatus, pausedRollout], [healthy, added]),
    ).toEqual([
      { change: 'phase', rollout: healthy },
      { change: 'phase', rollout: added },
      { change: 'gone', rollout: deploymentStatus },
    ]);
  });

  it('tells once that a controller has become silent', () => {
    const before = { ...silentRollout, observation: pausedRollout.observation };

    expect(phaseChanges([before], [silentRollout])).toEqual([
      { change: 'silent', rollout: silentRollout },
    ]);
    expect(phaseChanges([silentRollout], [silentRollout])).toEqual([]);
  });
});
