import { patchRows, unifiedRows } from './patchRows';

const patch = (...lines: string[]) =>
  ['--- a/values.yaml', '+++ b/values.yaml', ...lines, ''].join('\n');

describe('patchRows', () => {
  it('numbers the lines of both sides, and puts what was replaced beside what replaces it', () => {
    expect(
      patchRows(
        patch(
          '@@ -3,4 +3,5 @@',
          ' metadata:',
          '-  replicas: 3',
          '-  gone: true',
          '+  replicas: 4',
          '+  one: 1',
          '+  two: 2',
          ' spec:',
        ),
      ),
    ).toEqual([
      { kind: 'gap', line: 1, count: 2 },
      {
        kind: 'same',
        before: { number: 3, text: 'metadata:' },
        after: { number: 3, text: 'metadata:' },
      },
      {
        kind: 'change',
        before: { number: 4, text: '  replicas: 3', changed: [12, 13] },
        after: { number: 4, text: '  replicas: 4', changed: [12, 13] },
      },
      {
        kind: 'change',
        before: { number: 5, text: '  gone: true' },
        after: { number: 5, text: '  one: 1' },
      },
      { kind: 'change', after: { number: 6, text: '  two: 2' } },
      {
        kind: 'same',
        before: { number: 6, text: 'spec:' },
        after: { number: 7, text: 'spec:' },
      },
    ]);
  });

  it('counts what is left out between hunks', () => {
    expect(
      patchRows(
        patch('@@ -1 +1 @@', '-a', '+b', '@@ -10,1 +10,2 @@', ' c', '+d'),
      ).map(row => (row.kind === 'gap' ? row.count : row.kind)),
    ).toEqual(['change', 8, 'same', 'change']);
  });

  it('counts what is left out where no unchanged lines are told', () => {
    expect(
      patchRows(
        patch(
          '@@ -1 +1 @@',
          '-a',
          '+b',
          '@@ -6,0 +7,2 @@',
          '+c',
          '+d',
          '@@ -8 +10,0 @@',
          '-e',
        ),
      ).map(row =>
        row.kind === 'change'
          ? [row.before?.number, row.after?.number]
          : row.kind === 'gap' && row.count,
      ),
    ).toEqual([[1, 1], 5, [undefined, 7], [undefined, 8], 1, [8, undefined]]);
  });

  it('counts what is left out after the last hunk', () => {
    expect(patchRows(patch('@@ -1 +1,2 @@', ' a', '+b'), 7).at(-1)).toEqual({
      kind: 'gap',
      line: 3,
      count: 7,
    });
  });

  it('tells lines of a text of several lines, in each of the documents', () => {
    const rows = patchRows(
      patch(
        '@@ -1,4 +1,4 @@',
        '-a: |',
        '+a:',
        '   b: c',
        ' d: |-',
        '   e: f',
        '@@ -20,1 +20,1 @@',
        '   g: h',
      ),
    );
    expect(
      rows.flatMap(row =>
        row.kind === 'same'
          ? [[row.after.text, row.before.inText, row.after.inText]]
          : [],
      ),
    ).toEqual([
      ['  b: c', true, undefined],
      ['d: |-', undefined, undefined],
      ['  e: f', true, true],
      ['  g: h', undefined, undefined],
    ]);
  });

  it('leaves the file names out and keeps a removed line that looks like one', () => {
    expect(
      patchRows(patch('@@ -1,1 +0,0 @@', '--- # a document starts')),
    ).toEqual([
      { kind: 'change', before: { number: 1, text: '-- # a document starts' } },
    ]);
  });

  it('begins at the first line of a side that is new', () => {
    expect(patchRows(patch('@@ -0,0 +1,2 @@', '+a', '+b'))).toEqual([
      { kind: 'change', after: { number: 1, text: 'a' } },
      { kind: 'change', after: { number: 2, text: 'b' } },
    ]);
  });

  it('keeps notes', () => {
    expect(
      patchRows(patch('@@ -1 +1 @@', ' a', '\\ No newline at end of file'))[1],
    ).toEqual({ kind: 'note', text: 'No newline at end of file' });
  });

  it.each(['', patch()])('has no rows where nothing changes', none => {
    expect(patchRows(none)).toEqual([]);
  });
});

describe('unifiedRows', () => {
  it('shows all that is removed before what comes in its place', () => {
    expect(
      unifiedRows(
        patchRows(
          patch('@@ -1,3 +1,4 @@', '-a', '-b', '+c', '+d', '+e', ' f', '-g'),
        ),
      ).map(row => {
        switch (row.kind) {
          case 'removed':
            return `-${row.before.text}`;
          case 'added':
            return `+${row.after.text}`;
          case 'same':
            return ` ${row.after.text}`;
          default:
            return row.kind;
        }
      }),
    ).toEqual(['-a', '-b', '+c', '+d', '+e', ' f', '-g']);
  });
});
