import { valueText } from './valueText';

describe('valueText', () => {
  it.each([
    ['a text', 'a text'],
    [3, '3'],
    [null, 'null'],
    ['3', '"3"'],
    ['true', '"true"'],
    ['', '""'],
    [' a', '" a"'],
    [[], '[]'],
    [{}, '{}'],
  ])('writes %j as %s', (value, text) => {
    expect(valueText(value)).toBe(text);
  });

  it('writes what is nested on lines of its own', () => {
    expect(
      valueText({
        steps: [{ setWeight: 25 }, { pause: {} }, ['a', { b: 'c', d: 1 }]],
        more: { a: '1', text: 'b\nc\n' },
      }),
    ).toBe(
      [
        'steps:',
        '  - setWeight: 25',
        '  - pause: {}',
        '  - - a',
        '    - b: c',
        '      d: 1',
        'more:',
        '  a: "1"',
        '  text: |',
        '    b',
        '    c',
      ].join('\n'),
    );
  });
});
