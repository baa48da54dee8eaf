import { lineParts } from './lineParts';

describe('lineParts', () => {
  it('is what a line of YAML is made of', () => {
    expect(lineParts({ number: 1, text: '  - setWeight: 25' })).toEqual([
      { text: '  - ' },
      { text: 'setWeight', kind: 'key' },
      { text: ': ' },
      { text: '25', kind: 'constant' },
    ]);
  });

  it('has what changed as one part, wherever it begins and ends', () => {
    expect(
      lineParts({ number: 1, text: 'image: registry/a:2', changed: [16, 19] }),
    ).toEqual([
      { text: 'image', kind: 'key' },
      { text: ': ' },
      { text: 'registry/', kind: 'string' },
      { text: 'a:2', changed: true },
    ]);
    expect(
      lineParts({ number: 1, text: 'maxSurge: 1', changed: [0, 11] }),
    ).toEqual([{ text: 'maxSurge: 1', changed: true }]);
    expect(lineParts({ number: 1, text: 'a: b', changed: [2, 2] })).toEqual(
      lineParts({ number: 1, text: 'a: b' }),
    );
  });

  it('reads nothing into a text of several lines', () => {
    expect(lineParts({ number: 1, text: '  kind: of', inText: true })).toEqual([
      { text: '  kind: of', kind: 'string' },
    ]);
  });

  it.each(['', '  ', 'password: ••• (different)', 'a: |', '- "b: c"'])(
    'leaves nothing out of %j',
    text => {
      expect(
        lineParts({ number: 1, text })
          .map(part => part.text)
          .join(''),
      ).toBe(text);
    },
  );
});
