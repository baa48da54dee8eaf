import { commitUrl } from './commitUrl';

describe('commitUrl', () => {
  it.each([
    ['github', 'https://github.com/shop/gitops.git', '/commit/3f2a1bc'],
    ['gitea', 'https://git.example.com/shop/gitops', '/commit/3f2a1bc'],
    ['gitlab', 'https://gitlab.com/shop/team/gitops', '/-/commit/3f2a1bc'],
    ['bitbucketCloud', 'https://bitbucket.org/shop/gitops', '/commits/3f2a1bc'],
    ['azure', 'https://dev.azure.com/shop/web/_git/gitops', '/commit/3f2a1bc'],
  ] as const)('is the page of the commit: %s', (type, url, path) => {
    expect(commitUrl({ type, url }, '3f2a1bc')).toBe(
      `${url.replace(/\.git$/, '')}${path}`,
    );
  });

  it('is not guessed', () => {
    const url = 'https://bitbucket.example.com/scm/shop/gitops.git';
    expect(
      commitUrl({ type: 'bitbucketServer', url }, '3f2a1bc'),
    ).toBeUndefined();
  });
});
