import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { parseRepositoryUrl } from './overlayUrl';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitea: [
        { host: 'gitea.example.com' },
        { host: 'localhost:3000', baseUrl: 'http://localhost:3000/git/' },
      ],
      github: [{ host: 'github.com' }, { host: 'ghe.example.com' }],
      gitlab: [
        {
          host: 'gitlab.example.com',
          apiBaseUrl: 'https://gitlab.example.com/api/v4',
        },
      ],
      azure: [{ host: 'dev.azure.com' }],
    },
  }),
);
const parse = (url: string) => {
  const { path, repository, revision } = parseRepositoryUrl(integrations, url);
  return [repository, revision, path];
};

describe('parseRepositoryUrl', () => {
  it.each([
    [
      'https://gitea.example.com/platform/gitops/src/branch/main/overlays/prod/',
      'https://gitea.example.com/platform/gitops.git',
      'main',
      'overlays/prod',
    ],
    [
      'https://gitea.example.com/platform/gitops.git/src/tag/v1/a',
      'https://gitea.example.com/platform/gitops.git',
      'v1',
      'a',
    ],
    [
      'https://gitea.example.com/platform/gitops/src/branch/feature%2Fx/a%20b',
      'https://gitea.example.com/platform/gitops.git',
      'feature/x',
      'a b',
    ],
    [
      'http://localhost:3000/git/platform/gitops/src/branch/main/a',
      'http://localhost:3000/git/platform/gitops.git',
      'main',
      'a',
    ],
    [
      'https://github.com/org/repo/tree/main/a/b',
      'https://github.com/org/repo.git',
      'main',
      'a/b',
    ],
    [
      'https://ghe.example.com/org/repo/blob/main/catalog-info.yaml',
      'https://ghe.example.com/org/repo.git',
      'main',
      'catalog-info.yaml',
    ],
    [
      'https://github.com/org/repo',
      'https://github.com/org/repo.git',
      'HEAD',
      '.',
    ],
    [
      'https://github.com/org/repo/tree/main',
      'https://github.com/org/repo.git',
      'main',
      '.',
    ],
    [
      'https://gitlab.example.com/group/sub/project/-/tree/main/a',
      'https://gitlab.example.com/group/sub/project.git',
      'main',
      'a',
    ],
    [
      'https://bitbucket.org/workspace/repo/src/main/a',
      'https://bitbucket.org/workspace/repo.git',
      'main',
      'a',
    ],
  ])('reads %s', (url, ...expected) => {
    expect(parse(url)).toEqual(expected);
  });

  it.each([
    'https://github.com/org/repo/issues/1',
    'https://github.com/org',
    'https://github.com/org/repo/tree',
    'https://github.com/org/repo/tree/main/a?b',
    'https://user:token@github.com/org/repo/tree/main/a',
    'https://github.com/org/repo/tree/main/a%2Fb',
    'https://github.com/org/repo/tree/main/%2e%2e%2f',
    'https://github.com/org/repo/tree/main/%zz',
    'https://github.com/org/repo/tree/--upload-pack=x/a',
    'https://github.com/org/repo/tree/a..b/c',
    'https://gitea.example.com/platform/gitops/src/main/a',
    'http://localhost:3000/platform/gitops/src/branch/main/a',
    'https://gitlab.example.com/group/project/-/merge_requests/1',
  ])('refuses %s', url => {
    expect(() => parse(url)).toThrow(/is not the address of a directory/);
  });

  it.each([
    ['https://elsewhere.com/a/b', 'elsewhere.com is not in integrations'],
    ['file:///etc', 'is not in integrations'],
    ['https://dev.azure.com/o/p/_git/r', 'Addresses of azure'],
    ['nowhere', '"nowhere" is not a URL'],
  ])('says what is wrong with %s', (url, message) => {
    expect(() => parse(url)).toThrow(message);
  });
});
