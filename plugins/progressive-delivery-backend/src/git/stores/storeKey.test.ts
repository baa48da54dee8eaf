import { isPushed, storeKey } from './storeKey';

describe('storeKey', () => {
  it('is the same with and without .git where hosts take both for one repository', () => {
    expect(
      storeKey({ type: 'github', url: 'https://github.com/a/b.git' }),
    ).toBe(storeKey({ type: 'github', url: 'https://github.com/a/b' }));
  });

  it('is not where they are two', () => {
    expect(
      storeKey({ type: 'azure', url: 'https://dev.azure.com/a/b/_git/c.git' }),
    ).not.toBe(
      storeKey({ type: 'azure', url: 'https://dev.azure.com/a/b/_git/c' }),
    );
  });
});

describe('isPushed', () => {
  const url = 'https://git.example.com/Platform/gitops.git';

  it.each([
    url,
    'https://git.example.com/platform/gitops',
    'https://git.example.com/platform/gitops/',
    'https://somebody@git.example.com/platform/gitops.git',
    'git@git.example.com:platform/gitops.git',
    'ssh://git@git.example.com/platform/gitops.git',
  ])('knows it as %s', other => {
    expect(isPushed(url, { url: other })).toBe(true);
  });

  it.each([
    'https://git.example.com/platform/gitops2',
    'https://other.example.com/platform/gitops',
    'http://git.example.com/platform/gitops',
    'https://git.example.com/platform/../platform/gitops',
    'nonsense',
  ])('takes %s for another one', other => {
    expect(isPushed(url, { url: other })).toBe(false);
  });
  it('knows it by its path where there is nothing else', () => {
    const ours = 'https://bitbucket.example.com/base/scm/PLAT/gitops.git';
    expect(isPushed(ours, { path: '/scm/plat/gitops' })).toBe(true);
    expect(isPushed(ours, { path: '/scm/plat/ops' })).toBe(false);
    expect(isPushed(ours, { path: '/scm/lat/gitops' })).toBe(false);
  });
});
