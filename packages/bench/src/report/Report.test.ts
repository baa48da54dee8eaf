import { Report } from './Report';
import { Row } from './Row';

const row: Row = {
  id: 'first-status',
  what: 'first status of all / one raw LIST, median of 3',
  value: 1.23456,
  unit: 'ratio',
  bar: { atMost: 2 },
};

const reportOf = (...rows: Row[]) =>
  Report.create({
    name: 'rollouts',
    commit: 'abc1234',
    machine: 'linux x64, 2 x CPU',
    rows,
  });

describe('Report', () => {
  it('holds when all rows do', () => {
    expect(reportOf(row, { ...row, id: 'other' }).holds).toBe(true);
    expect(reportOf(row, { ...row, value: 2.1 }).holds).toBe(false);
  });

  it('does not hold when nothing was measured', () => {
    expect(reportOf().holds).toBe(false);
    expect(reportOf({ ...row, value: NaN }).holds).toBe(false);
  });

  it('is written as JSON with the whole value and the bar in words', () => {
    expect(JSON.parse(JSON.stringify(reportOf(row)))).toEqual({
      name: 'rollouts',
      commit: 'abc1234',
      machine: 'linux x64, 2 x CPU',
      rows: [{ ...row, bar: '<= 2', holds: true }],
    });
  });

  it('is printed as a table, long cells on several lines', () => {
    const long = {
      id: 'requests',
      what: 'requests to the API server with 500 viewers / the same with one, counted for 30 s',
      value: 1,
      unit: 'ratio',
      bar: { exactly: 1 },
    };
    expect(String(reportOf(row, long))).toBe(
      `
id            what                                                         value  unit   bar   holds
------------  -----------------------------------------------------------  -----  -----  ----  -----
first-status  first status of all / one raw LIST, median of 3              1.23   ratio  <= 2  yes
requests      requests to the API server with 500 viewers / the same with  1      ratio  = 1   yes
              one, counted for 30 s

rollouts at abc1234 on linux x64, 2 x CPU
All 2 rows hold.`.trimStart(),
    );
  });

  it('says which rows do not hold', () => {
    const text = String(reportOf(row, { ...row, id: 'memory', value: 9 }));
    expect(text).toMatch(/^memory .* 9 +ratio +<= 2 +NO$/m);
    expect(text).toMatch(/^1 of 2 rows do not hold: memory$/m);
  });
});
