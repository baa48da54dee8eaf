import { Arrivals } from './Arrivals';

describe('Arrivals', () => {
  it('tells how long each change took', () => {
    const arrivals = Arrivals.create();
    arrivals.sent('web', 1, 10);
    arrivals.sent('api', 2, 11);
    arrivals.arrived('api', 2, 15);
    arrivals.arrived('web', 1, 20);
    expect(arrivals.latencies).toEqual([4, 10]);
    expect(arrivals.missing.size).toBe(0);
  });

  it('takes a later change for all before it', () => {
    const arrivals = Arrivals.create();
    arrivals.sent('web', 1, 10);
    arrivals.sent('web', 2, 12);
    arrivals.sent('web', 3, 14);
    arrivals.arrived('web', 2, 20);
    expect(arrivals.latencies).toEqual([10, 8]);
    expect(Array.from(arrivals.missing)).toEqual([['web', 14]]);
  });

  it('takes nothing for shown that is older, or nobody has sent', () => {
    const arrivals = Arrivals.create();
    arrivals.sent('web', 5, 10);
    arrivals.arrived('web', 4, 20);
    arrivals.arrived('api', 9, 20);
    expect(arrivals.latencies).toEqual([]);
    expect(Array.from(arrivals.missing.keys())).toEqual(['web']);
  });
});
