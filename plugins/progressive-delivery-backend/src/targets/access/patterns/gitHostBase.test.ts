import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { gitHostBase } from './gitHostBase';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitea: [
        { host: 'git.example.com', baseUrl: 'https://git.example.com/Gitea/' },
      ],
      gitlab: [
        {
          host: 'gitlab.example.com',
          apiBaseUrl: 'https://gitlab.example.com/api/v4',
        },
      ],
      bitbucketServer: [{ host: 'bitbucket.example.com', token: 'x' }],
    },
  }),
);

describe('gitHostBase', () => {
  it.each([
    ['https://git.example.com/gitea/platform/gitops.git', '/gitea'],
    ['https://gitlab.example.com/platform/gitops.git', ''],
    ['https://bitbucket.example.com/scm/platform/gitops.git', '/scm'],
    ['https://github.com/platform/gitops.git', ''],
    ['https://unknown.example.com/a/b', ''],
    ['not a url', ''],
  ])('of %s is %j', (repository, base) => {
    expect(gitHostBase(integrations, repository)).toBe(base);
  });
});
