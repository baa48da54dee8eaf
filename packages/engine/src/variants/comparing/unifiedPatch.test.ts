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
    for (const context of [undefined, Infinity]) {
      const { patch } = unifiedPatch(
        { title: before && 'a', text: before },
        { title: after && 'a', text: after },
        { context },
      );
      expect(applyPatch(before, patch)).toBe(after);
    }
  });

  it('says what is not there', () => {
    expect(unifiedPatch({ text: '' }, { title: 'A b', text: 'c\n' })).toEqual({
      patch: '--- /dev/null\n+++ b/A b\n@@ -0,0 +1,1 @@\n+c\n',
      linesAfter: 0,
    });
  });

  it.each([
    ['in the middle', 20, 29 - 3],
    ['at the end', 49, 0],
    ['near the end', 47, 0],
    ['at the start', 0, 46],
  ])('counts the lines after it: %s', (_, changed, linesAfter) => {
    const before = { title: 'a', text: lines(50, String) };
    const after = {
      title: 'a',
      text: lines(50, index => (index === changed ? 'new' : `${index}`)),
    };
    expect(unifiedPatch(before, after).linesAfter).toBe(linesAfter);
    const whole = unifiedPatch(before, after, { context: Infinity });
    expect(whole.linesAfter).toBe(0);
    expect(whole.patch.match(/^ /gm)).toHaveLength(49);
  });

  it('has nothing but names of what is the same', () => {
    const same = { title: 'a', text: 'b\nc\n' };
    expect(unifiedPatch(same, same)).toEqual({
      patch: '--- a/a\n+++ b/a\n',
      linesAfter: 2,
    });
  });
});
