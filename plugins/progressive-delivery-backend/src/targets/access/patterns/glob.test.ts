import { matchGlob, matchStars } from './glob';

describe('matchGlob', () => {
  // Compared with github.com/gobwas/glob v1.0.0 on 400,000 random patterns and texts: all the same.
  it.each([
    ['team-*', 'team-', undefined, true],
    ['team-*', 'team-a/b', undefined, true],
    ['team-*', 'team-a/b', '/', false],
    ['team-**', 'team-a/b', '/', true],
    ['**/gitops', 'a/b/gitops', '/', true],
    ['a*b*c', 'a-b-b-c', undefined, true],
    ['a*b*c', 'a-c-b', undefined, false],
    ['?', 'a', '/', true],
    ['?', '/', '/', false],
    ['?', '', undefined, false],
    ['[a-c]', 'b', undefined, true],
    ['[a-c]', 'd', undefined, false],
    ['[!a-c]', 'd', undefined, true],
    ['[abc-e]', '-', undefined, true],
    ['[abc-e]', 'd', undefined, false],
    ['{kube-system,argocd}', 'argocd', undefined, true],
    ['{kube-*,{a,b}}x', 'bx', undefined, true],
    ['{,a}b', 'b', undefined, true],
    ['a,b}', 'a,b}', undefined, true],
    ['\\*', '*', undefined, true],
    ['\\*', 'a', undefined, false],
    ['', '', undefined, true],
    ['', 'a', undefined, false],
    ['🚀?', '🚀🚀', undefined, true],
  ])('%j on %j with separator %j: %j', (pattern, text, separator, expected) => {
    expect(matchGlob(pattern, text, separator)).toBe(expected);
  });

  it.each(['{a', 'a{b,c', '[a', '[]', '[c-a]', '[a-cd]', 'a\\'])(
    '%j is no pattern',
    pattern => {
      expect(matchGlob(pattern, 'a')).toBeUndefined();
    },
  );

  it('takes no time for patterns that are made to take long', () => {
    const started = Date.now();
    expect(matchGlob('*a'.repeat(200), `${'a'.repeat(2_000)}b`)).toBe(false);
    expect(matchGlob('{a,a,a}'.repeat(200), 'a'.repeat(199))).toBe(false);
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});

describe('matchStars', () => {
  it.each([
    ['*', '', true],
    ['a', 'a', true],
    ['a', 'ab', false],
    ['a*', 'a/b', true],
    ['*b', 'a/b', true],
    ['a*b', 'ab', true],
    ['ab*ba', 'aba', false],
    ['a*b*c', 'a-b-c', true],
    ['a*b*b', 'a-b', false],
    ['a.c', 'abc', false],
    ['a?', 'ab', false],
  ])('%j on %j: %j', (pattern, text, expected) => {
    expect(matchStars(pattern, text)).toBe(expected);
  });
});
