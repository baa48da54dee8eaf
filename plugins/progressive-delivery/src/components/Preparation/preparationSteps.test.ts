import { chart, preparationProposal } from '../../__testUtils__/chart';
import { preparationSteps } from './preparationSteps';

const merged = { ...preparationProposal, state: 'merged' as const };
const prepared = {
  ...chart,
  switches: ['progressiveDelivery.enabled'],
  proposal: merged,
};
const pruneLast = (state: 'live' | 'missing' | 'unknown') => ({
  state,
  workloads: [],
  unchecked: [],
});
const off = [{ enabled: false }];

describe('preparationSteps', () => {
  it.each([
    [
      'an open pull request',
      { ...chart, proposal: preparationProposal },
      [],
      'merge',
      'pull-request done, merged current, prune-last waiting, turn-on waiting',
    ],
    [
      'one that was merged a moment ago',
      { ...chart, proposal: merged },
      [],
      'switch',
      'pull-request done, merged done, prune-last current, turn-on waiting',
    ],
    [
      'a chart that is not synced',
      { ...prepared, pruneLast: pruneLast('missing') },
      off,
      'sync',
      'pull-request done, merged done, prune-last current, turn-on waiting',
    ],
    [
      'a chart of which nobody knows whether it is',
      { ...prepared, pruneLast: pruneLast('unknown') },
      off,
      'look',
      'pull-request done, merged done, prune-last unknown, turn-on waiting',
    ],
    [
      'a chart that is live',
      { ...prepared, pruneLast: pruneLast('live') },
      off,
      'turn-on',
      'pull-request done, merged done, prune-last done, turn-on current',
    ],
    [
      'a chart that was prepared by hand',
      { ...prepared, proposal: undefined, pruneLast: pruneLast('missing') },
      off,
      'sync',
      'has-switch done, prune-last current, turn-on waiting',
    ],
    [
      'a chart that got a switch while our pull request is open',
      { ...prepared, proposal: preparationProposal },
      off,
      'turn-on',
      'has-switch done, turn-on current',
    ],
    [
      'a chart of which nothing runs',
      prepared,
      off,
      'turn-on',
      'pull-request done, merged done, turn-on current',
    ],
    [
      'a switch that is on',
      { ...prepared, pruneLast: pruneLast('live') },
      [{ enabled: true }],
      'nothing',
      'pull-request done, merged done, prune-last done, turn-on done',
    ],
    [
      'a switch that is on where nobody knows about PruneLast',
      { ...prepared, pruneLast: pruneLast('unknown') },
      [{ enabled: true }],
      'nothing',
      'pull-request done, merged done, prune-last unknown, turn-on done',
    ],
    [
      'a switch that is on without PruneLast',
      { ...prepared, pruneLast: pruneLast('missing') },
      [{ enabled: true }],
      'nothing',
      'pull-request done, merged done, prune-last waiting, turn-on done',
    ],
  ] as const)(
    'tells of %s what comes next',
    (_what, of, switches, next, way) => {
      const told = preparationSteps(
        { ...of, switches: [...of.switches] },
        switches,
      );
      expect(told.next).toBe(next);
      expect(
        told.steps.map(({ id, state }) => `${id} ${state}`).join(', '),
      ).toBe(way);
    },
  );
});
