import { applyPatch } from 'diff';
import { unifiedPatch } from './unifiedPatch';

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');

describe('unifiedPatch', () => {
  it.each([
    ['a few lines', lines(50, String), lines(50, index => `${index % 10}`)],
    ['what is added', '', lines(3, String)],
    ['what is removed', lines(3, String), ''],
    [
      'what has nothing in common',
      lines(5_000, String),
      lines(5_000, index => `other ${index}`),
    ],
  ])('can be applied: %s', (_, before, after) => {
    const patch = unifiedPatch(
      { title: before && 'a', text: before },
      { title: after && 'a', text: after },
    );
    expect(applyPatch(before, patch)).toBe(after);
  });

  it('says what is not there', () => {
    expect(unifiedPatch({ text: '' }, { title: 'A b', text: 'c\n' })).toBe(
      '--- /dev/null\n+++ b/A b\n@@ -0,0 +1,1 @@\n+c\n',
    );
  });
});
