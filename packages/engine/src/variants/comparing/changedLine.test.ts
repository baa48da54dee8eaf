import { changedLine } from './changedLine';

describe('changedLine', () => {
  it.each([
    [
      'a value',
      'a: 1\nenabled: false\nb: 2\n',
      'a: 1\nenabled: true\nb: 2\n',
      2,
    ],
    [
      'a value in a flow mapping',
      'a: {enabled: false}',
      'a: {enabled: true}',
      1,
    ],
    [
      'what was appended, though the lines before are alike',
      'x:\n  enabled: true\n',
      'x:\n  enabled: true\ny:\n  enabled: true\n',
      4,
    ],
    [
      'what was inserted, though the lines after are alike',
      'a: 1\nx:\n  enabled: true\n',
      'a: 1\np:\n  enabled: true\nx:\n  enabled: true\n',
      3,
    ],
    [
      'what was appended to a line without an end',
      'a: 1',
      'a: 1\np:\n  enabled: true\n',
      3,
    ],
    [
      'a value in a file with CRLF',
      'a: 1\r\nb: no\r\n',
      'a: 1\r\nb: true\r\n',
      2,
    ],
  ])('finds %s', (_, before, after, line) => {
    expect(changedLine(before, after)).toBe(line);
  });
});
