import { patchLines } from './patchLines';

describe('patchLines', () => {
  it('leaves the file names out and keeps a removed line that looks like one', () => {
    expect(
      patchLines(
        [
          '--- a/values.yaml',
          '+++ b/values.yaml',
          '@@ -1,2 +1,2 @@',
          '--- # a document starts',
          '+on: true',
          ' same',
          '\\ No newline at end of file',
          '',
        ].join('\n'),
      ),
    ).toEqual([
      { kind: 'hunk', text: '@@ -1,2 +1,2 @@' },
      { kind: 'removed', text: '--- # a document starts' },
      { kind: 'added', text: '+on: true' },
      { kind: 'context', text: ' same' },
      { kind: 'note', text: '\\ No newline at end of file' },
    ]);
  });

  it('has no lines where nothing changes', () => {
    expect(patchLines('')).toEqual([]);
  });
});
