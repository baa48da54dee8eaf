import { codeOwners, OwnersSyntax } from './codeOwners';

const owners = (syntax: OwnersSyntax, path: string, ...lines: string[]) =>
  codeOwners(lines.join('\n'), path, syntax);

describe('CODEOWNERS, as GitHub reads it', () => {
  const of = (path: string, ...lines: string[]) =>
    owners('github', path, ...lines).owners;

  it('names whom the last rule that matches does', () => {
    const lines = [
      '# everything',
      '*  @platform/all # but what follows',
      '',
      '/apps/ @platform/apps ada@example.com',
      '/apps/web/values.yaml',
    ];
    expect(of('README.md', ...lines)).toEqual(['@platform/all']);
    expect(of('apps/web/Chart.yaml', ...lines)).toEqual([
      '@platform/apps',
      'ada@example.com',
    ]);
    expect(of('apps/web/values.yaml', ...lines)).toEqual([]);
  });

  it.each([
    ['*.yaml', 'a/b/values.yaml', true],
    ['*.yaml', 'a/b.yaml/values.json', true],
    ['values.yaml', 'a/values.yaml', true],
    ['apps', 'apps/web/values.yaml', true],
    ['apps/', 'x/apps/web/values.yaml', true],
    ['/apps/', 'x/apps/web/values.yaml', false],
    ['apps/web', 'apps/web/values.yaml', true],
    ['apps/web', 'x/apps/web/values.yaml', false],
    ['apps/*', 'apps/values.yaml', true],
    ['apps/*', 'apps/web/values.yaml', false],
    ['apps/**', 'apps/web/values.yaml', true],
    ['**/web/', 'apps/web/values.yaml', true],
    ['apps/**/values.yaml', 'apps/values.yaml', true],
    ['apps/**/values.yaml', 'apps/a/b/values.yaml', true],
    ['apps/**/values.yaml', 'appsx/values.yaml', false],
    ['/große\\ fläche/*.yaml', 'große fläche/values.yaml', true],
    ['Apps/', 'apps/values.yaml', false],
  ])('%s and %s: %s', (pattern, path, covered) => {
    expect(of(path, `${pattern} @a`)).toEqual(covered ? ['@a'] : []);
  });

  it('says where there are rules that GitHub does not read either', () => {
    expect(owners('github', 'a.yaml', '[ab].yaml @a', '!a.yaml @b')).toEqual({
      owners: [],
      complete: false,
    });
  });
});

describe('CODEOWNERS, as GitLab reads it', () => {
  const of = (path: string, ...lines: string[]) =>
    owners('gitlab', path, ...lines).owners;

  it('names those of each section, by its last rule that matches', () => {
    const lines = [
      '* @all',
      '[Delivery][2] @delivery @ada',
      '*.yaml',
      '^[Database] @dba',
      'sql/',
      '[delivery]',
      '/apps/web/ @web',
    ];
    expect(of('apps/web/values.yaml', ...lines)).toEqual(['@all', '@web']);
    expect(of('apps/values.yaml', ...lines)).toEqual([
      '@all',
      '@delivery',
      '@ada',
    ]);
    expect(of('x/sql/a.sql', ...lines)).toEqual(['@all', '@dba']);
  });

  it.each([
    ['values.yaml', 'a/values.yaml', true],
    ['apps/values.yaml', 'x/apps/values.yaml', true],
    ['/apps/values.yaml', 'x/apps/values.yaml', false],
    ['/apps', 'apps/values.yaml', false],
    ['/apps/', 'apps/web/values.yaml', true],
    ['/apps/*', 'apps/web/values.yaml', false],
    ['/apps/**/*', 'apps/web/values.yaml', true],
  ])('%s and %s: %s', (pattern, path, covered) => {
    expect(of(path, `${pattern} @a`)).toEqual(covered ? ['@a'] : []);
  });

  it('leaves out what is excluded', () => {
    expect(of('apps/web/values.yaml', '* @a', '!/apps/')).toEqual([]);
  });
});

describe('CODEOWNERS, as Gitea reads it', () => {
  it('names those of all rules that match the whole path', () => {
    expect(
      owners(
        'gitea',
        'apps/web/values.yaml',
        '.*\\.yaml @a',
        '^apps/.*$ @org/team',
        'apps/web @b',
        '!docs/.* @c',
      ),
    ).toEqual({ owners: ['@a', '@org/team', '@c'], complete: true });
  });

  it('compiles no regular expression of a repository', () => {
    expect(owners('gitea', 'a.yaml', '(a|a)+x @a', '.*\\.yaml @b')).toEqual({
      owners: ['@b'],
      complete: false,
    });
  });
});

// How long that takes is a matter of `yarn bench hostile`.
describe('CODEOWNERS that are made to take long', () => {
  const deep = `${'a/'.repeat(2_000)}values.yaml`;

  it.each([
    ['github', `${'**/a*a*a*'.repeat(200)}b @a`, `${'a/'.repeat(100)}a.yaml`],
    ['gitlab', `/${'**/a/'.repeat(200)}b @a`, deep],
  ] as const)('of %s are given up', (syntax, rule, path) => {
    const text = Array(2_000).fill(rule).join('\n');
    expect(codeOwners(text, path, syntax)).toEqual({
      owners: [],
      complete: false,
    });
  });

  it('name some of very many owners', () => {
    const text = Array.from(
      { length: 4_500 },
      (_, rule) => `.* ${Array(20).fill(`@a${rule}`).join(' ')}`,
    ).join('\n');
    const { complete, owners: named } = codeOwners(text, 'a.yaml', 'gitea');
    expect([named.length, complete]).toEqual([50, false]);
  });
});
