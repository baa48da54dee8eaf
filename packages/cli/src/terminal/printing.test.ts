import { printMessage, printResult } from './printing';

const HOSTILE = 'a\u001b[2Jb\u009b31m\r\tc\u202e\r\nd\n';
const VISIBLE = 'a\\u{001b}[2Jb\\u{009b}31m\\u{000d}\tc\\u{202e}\r\nd\n';

const printed = (
  print: typeof printResult,
  { isTTY }: { isTTY?: boolean },
): string => {
  const parts: string[] = [];
  print(HOSTILE, { isTTY, write: text => parts.push(text) });
  return parts.join('');
};

describe('what is printed', () => {
  it('for programs is left as it is, unless it goes to a terminal', () => {
    expect(printed(printResult, {})).toBe(HOSTILE);
    expect(printed(printResult, { isTTY: true })).toBe(VISIBLE);
  });

  it('for people controls no terminal', () => {
    expect(printed(printMessage, {})).toBe(VISIBLE);
    expect(printed(printMessage, { isTTY: true })).toBe(VISIBLE);
  });
});
