import { holds } from '../../../report/bar';
import { switchRows } from './switchRows';

const switched = { autoscaled: false, readyPart: 1, refused: false };
const scaled = { ...switched, autoscaled: true };

/** The rows that do not hold. */
const failing = (measured: Partial<Parameters<typeof switchRows>[0]>) =>
  switchRows({
    blocked: [true],
    switched: [switched, scaled],
    rounds: 1,
    ...measured,
  })
    .filter(({ bar, value }) => !holds(value, bar))
    .map(({ id }) => id);

describe('switchRows', () => {
  it('hold where no endpoint was missing, and preflight was right', () => {
    expect(failing({})).toEqual([]);
  });

  it.each([
    [
      'ready',
      { switched: [switched, { ...switched, readyPart: 0.5 }, scaled] },
    ],
    ['ready-autoscaled', { switched: [switched, { ...scaled, readyPart: 0 }] }],
    ['false-alarms', { switched: [switched, { ...scaled, refused: true }] }],
    ['blocked-without-prune-last', { blocked: [true, false] }],
  ])('%s does not hold where a single switch is not so', (id, measured) => {
    expect(failing(measured)).toEqual([id]);
  });

  it('do not hold where nothing was measured', () => {
    expect(failing({ blocked: [], switched: [] })).toEqual([
      'ready',
      'ready-autoscaled',
      'blocked-without-prune-last',
    ]);
  });
});
