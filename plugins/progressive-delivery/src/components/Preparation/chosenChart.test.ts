import { chart } from '../../__testUtils__/chart';
import { chosenChart } from './chosenChart';

const worker = { ...chart, id: 'worker', name: 'worker' };
const api = { ...chart, id: 'api', switches: ['progressiveDelivery.enabled'] };

describe('chosenChart', () => {
  it('is the one that the address names', () => {
    expect(chosenChart([chart, api], 'api')).toBe(api);
    expect(chosenChart([chart, api], 'gone')).toBeUndefined();
  });

  it('is the only one, or else the only one without a switch', () => {
    expect(chosenChart([api], undefined)).toBe(api);
    expect(chosenChart([api, chart], undefined)).toBe(chart);
    expect(chosenChart([worker, chart], undefined)).toBeUndefined();
    expect(chosenChart([], undefined)).toBeUndefined();
  });
});
