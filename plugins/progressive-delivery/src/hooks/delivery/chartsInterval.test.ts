import {
  DeliveryChart,
  LivePruneLast,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { chart, preparationProposal } from '../../__testUtils__/chart';
import { chartsInterval } from './chartsInterval';

const proposed = (state: 'open' | 'merged' | 'closed') => ({
  proposal: { ...preparationProposal, state },
});
const prepared = (state: LivePruneLast['state']) => ({
  ...proposed('merged'),
  switches: ['progressiveDelivery.enabled'],
  pruneLast: { state, workloads: [], unchecked: [] },
});

describe('chartsInterval', () => {
  it.each<[string, Partial<DeliveryChart>, number]>([
    ['no pull request', {}, 60],
    [
      'pull requests that nobody knows',
      {
        proposalUnknown: toMessage('problem', {
          id: 'other',
          parameters: { message: 'no answer' },
        }),
      },
      10,
    ],
    ['one that is open', proposed('open'), 10],
    ['one that was closed', proposed('closed'), 60],
    ['one that was merged a moment ago', proposed('merged'), 10],
    ['a chart that is not synced', prepared('missing'), 10],
    ['a chart that is live', prepared('live'), 60],
    [
      'a chart of which nothing runs',
      { ...prepared('live'), pruneLast: undefined },
      60,
    ],
  ])('is, for %s, so many seconds', (_what, changed, seconds) => {
    expect(chartsInterval({ charts: [{ ...chart, ...changed }] }) / 1000).toBe(
      seconds,
    );
  });
});
