import { commonSwitchIds, parseSwitchIds } from './switchIds';

const A = 'controllers.progressiveDelivery.enabled';
const B = 'controlPlane.progressiveDelivery.enabled';

describe('parseSwitchIds', () => {
  it('means all switches without an annotation', () => {
    expect(parseSwitchIds(undefined).switches).toBe('all');
    expect(parseSwitchIds(' , ').switches).toBe('all');
  });

  it('reads several, each once', () => {
    expect(
      parseSwitchIds(`${A}, ${B},progressiveDelivery.enabled, ${A}`),
    ).toEqual({
      switches: [A, B, 'progressiveDelivery.enabled'],
      malformed: [],
    });
  });

  it('reads those of one of several charts', () => {
    expect(parseSwitchIds(`my.chart:${A}`).switches).toEqual([`my.chart:${A}`]);
  });

  it.each([
    'controllers',
    'progressiveDelivery',
    'controllers.progressiveDelivery.enabled.more',
    'xprogressiveDelivery.enabled',
    'a b.progressiveDelivery.enabled',
    '.progressiveDelivery.enabled',
  ])('%j is none, and does not become all', text => {
    expect(parseSwitchIds(text)).toEqual({ switches: [], malformed: [text] });
  });
});

describe('commonSwitchIds', () => {
  it.each([
    ['all', 'all', 'all'],
    ['all', [A], [A]],
    [[A], 'all', [A]],
    [[A, B], [B], [B]],
    [[A], [B], []],
  ] as const)('%j and %j have %j in common', (one, other, expected) => {
    const copy = (ids: typeof one | typeof other) =>
      ids === 'all' ? ids : [...ids];
    expect(commonSwitchIds(copy(one), copy(other))).toEqual(expected);
  });
});
