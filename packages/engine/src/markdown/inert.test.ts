import { codeSpan, diffBlock, inert, inertMarkdown, quoted } from './inert';

const NOTHING = '\u200b';
const visible = (text: string) => text.replaceAll(NOTHING, '|');

describe('text in a pull request that others wrote', () => {
  it.each([
    ['cc @admins and @org/team', 'cc @|admins and @|org/team'],
    ['like #12 and org/web#12', 'like #|12 and org/web#|12'],
    [
      '!12 ~bug ~"needs work" %v1 $5 &3 ^alert',
      '!|12 ~|bug ~|"needs work" %|v1 $|5 &|3 ^|alert',
    ],
    [
      'closes https://git.example.com/web/issues/1',
      'c|loses https://git.example.com/web/issues/1',
    ],
    ['Fixes: PROJ-1, resolving it', 'F|ixes: PROJ-1, r|esolving it'],
    ['implements A-1 and reopens A-2', 'i|mplements A-1 and r|eopens A-2'],
    [
      'Turn it on [skip ci] [no ci] [ci-skip]',
      'Turn it on [|skip ci] [|no ci] [|ci-skip]',
    ],
    ['Deployment fix-web is fixed.', 'Deployment fix-web is fixed.'],
    ['50 % of a & b # c @ d', '50 % of a & b # c @ d'],
  ])('does nothing: %s', (text, expected) => {
    expect(visible(inert(text))).toBe(expected);
  });

  it('stays on one line, and shows what nobody would see', () => {
    expect(inert('a\r\nb\u2028c\td')).toBe('a b c d');
    expect(inert('a\u202eb\u200bc')).toBe('a\\u{202e}b\\u{200b}c');
  });

  it('is no Markdown and no HTML', () => {
    expect(
      inertMarkdown('![x](y) <details> <!-- *a* _b_ ~~ c ~~ `d` \\ |'),
    ).toBe(
      '!\\[x\\](y) \\<details\\> \\<!-- \\*a\\* \\_b\\_ \\~\\~ c \\~\\~ \\`d\\` \\\\ \\|',
    );
  });

  it('cannot end a code span', () => {
    expect(codeSpan('a')).toBe('`a`');
    expect(codeSpan('a``b')).toBe('```a``b```');
    expect(codeSpan('`a')).toBe('`` `a ``');
  });

  it('cannot end a block, which keeps its indentation', () => {
    expect(diffBlock('@@ -1 +1 @@\n-a: 1\n+  ````\n')).toBe(
      '`````diff\n@@ -1 +1 @@\n-a: 1\n+  ````\n`````',
    );
    expect(visible(diffBlock('+  name: "closes #12"'))).toContain(
      '+  name: "c|loses #|12"',
    );
  });

  it('cannot end a quotation, nor run a quick action', () => {
    expect(quoted('a\r\n/merge\n\n\u2028```\n    code\n')).toBe(
      '> a\n> /merge\n>\n>\n> \\`\\`\\`\n> code',
    );
  });
});
