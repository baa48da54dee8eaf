// What a word is, a shell tells best; a browser gets nothing of this.
// eslint-disable-next-line no-restricted-imports
import { execFileSync } from 'child_process';
import { shellWord } from './shellWord';

describe('shellWord', () => {
  it.each([
    'production',
    'arn:aws:eks:eu-central-1:123456789012:cluster/shop',
    'gke_project_europe-west3_shop.1',
    'admin@shop',
  ])('leaves %s as it is', text => {
    expect(shellWord(text)).toBe(text);
  });

  it.each([
    ['two words', `'two words'`],
    ['it’s', `'it’s'`],
    [`it's`, `'it'"'"'s'`],
    ['$(id)', `'$(id)'`],
    ['=ls', `'=ls'`],
    ['', `''`],
  ])('quotes %s', (text, word) => {
    expect(shellWord(text)).toBe(word);
  });

  it.each([
    `a; id`,
    '`id`',
    '$(id) $HOME ${HOME}',
    `'; id; '`,
    `"quoted" \\ and \\'escaped\\'`,
    '~ * ? [a] {a,b} !! # & | < > %',
    'two\nlines',
    '',
  ])('is one word to a shell: %j', text => {
    expect(
      execFileSync('/bin/sh', ['-c', `printf '<%s>' ${shellWord(text)}`], {
        encoding: 'utf8',
      }),
    ).toBe(`<${text}>`);
  });
});
