import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { GitCredentials } from './gitCredentials';
import { configuredHosts } from './configuredHosts';
import { gitRemote } from './gitRemote';

const config = new ConfigReader({
  integrations: {
    gitea: [
      { host: 'user.example.com', username: 'bot', password: 'word' },
      { host: 'token.example.com', password: 'token' },
      { host: 'open.example.com' },
    ],
    github: [{ host: 'github.com', token: 'ghp_1' }],
    gitlab: [
      { host: 'gitlab.com' },
      {
        host: 'gitlab.example.com',
        token: 'glpat-1',
        apiBaseUrl: 'https://gitlab.example.com/api/v4',
      },
    ],
    bitbucketCloud: [{ username: 'bot', appPassword: 'word' }],
    bitbucketServer: [
      {
        host: 'token.bitbucket.example.com',
        apiBaseUrl: 'https://token.bitbucket.example.com/rest/api/1.0',
        token: 'bbs-1',
      },
      {
        host: 'user.bitbucket.example.com',
        apiBaseUrl: 'https://user.bitbucket.example.com/rest/api/1.0',
        username: 'bot',
        password: 'word',
      },
    ],
    azure: [
      {
        host: 'dev.azure.com',
        credentials: [{ personalAccessToken: 'pat' }],
      },
    ],
  },
});
const integrations = ScmIntegrations.fromConfig(config);
const hosts = configuredHosts(config);

describe('GitCredentials', () => {
  const credentials = GitCredentials.create({ integrations });

  /** The header, with what is encoded in it in clear. */
  const authorization = async (repository: string) => {
    const header = await credentials.authorization(
      gitRemote(integrations, hosts, repository),
    );
    return header?.replace(
      /^Basic (.*)$/,
      (_, encoded) => `Basic ${Buffer.from(encoded, 'base64')}`,
    );
  };

  it.each([
    ['https://user.example.com/a/b', 'Basic bot:word'],
    ['https://token.example.com/a/b', 'Basic token:x-oauth-basic'],
    ['https://github.com/a/b', 'Basic x-access-token:ghp_1'],
    ['https://gitlab.example.com/a/b', 'Basic oauth2:glpat-1'],
    ['https://bitbucket.org/a/b', 'Basic bot:word'],
    ['https://token.bitbucket.example.com/scm/a/b', 'Bearer bbs-1'],
    ['https://user.bitbucket.example.com/scm/a/b', 'Basic bot:word'],
    ['https://dev.azure.com/a/b/_git/c', 'Basic :pat'],
  ])('hands git for %s what the integration has: %s', async (url, header) => {
    expect(await authorization(url)).toBe(header);
  });

  it.each([
    [
      { username: 'bot@example.com', token: 'api' },
      'x-bitbucket-api-token-auth:api',
    ],
    [{ token: 'workspace' }, 'x-token-auth:workspace'],
  ])(
    'tells the kinds of tokens of Bitbucket Cloud apart: %j',
    async (cloud, expected) => {
      const own = ScmIntegrations.fromConfig(
        new ConfigReader({ integrations: { bitbucketCloud: [cloud] } }),
      );
      const header = await GitCredentials.create({
        integrations: own,
      }).authorization({
        type: 'bitbucketCloud',
        url: 'https://bitbucket.org/a/b',
      });
      expect(header).toBe(`Basic ${Buffer.from(expected).toString('base64')}`);
    },
  );

  it('has none where the integration has none', async () => {
    expect(await authorization('https://open.example.com/a/b')).toBeUndefined();
    expect(await authorization('https://gitlab.com/a/b')).toBeUndefined();
  });
});
