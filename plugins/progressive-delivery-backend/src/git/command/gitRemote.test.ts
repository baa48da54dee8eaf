import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { configuredHosts } from './configuredHosts';
import { gitRemote } from './gitRemote';

const config = new ConfigReader({
  integrations: {
    gitea: [
      { host: 'git.example.com' },
      {
        host: 'plain.example.com:3000',
        baseUrl: 'http://plain.example.com:3000',
      },
      { host: 'other.example.com', baseUrl: 'http://internal.example.com' },
    ],
    github: [
      {},
      {
        host: 'ghe.example.com',
        apiBaseUrl: 'https://ghe.example.com/api/v3',
      },
      {
        host: 'plain.example.com:3001',
        apiBaseUrl: 'http://plain.example.com:3001/api/v3',
      },
    ],
    gitlab: [
      {
        host: 'gitlab.example.com',
        apiBaseUrl: 'https://gitlab.example.com/api/v4',
      },
    ],
    bitbucketServer: [
      {
        host: 'bitbucket.example.com',
        apiBaseUrl: 'https://bitbucket.example.com/rest/api/1.0',
      },
    ],
    bitbucketCloud: [{ username: 'bot', appPassword: 'word' }],
    azure: [{ host: 'dev.azure.com' }],
  },
});
const integrations = ScmIntegrations.fromConfig(config);
const hosts = configuredHosts(config);

const remote = (repository: string) =>
  gitRemote(integrations, hosts, repository);

describe('gitRemote', () => {
  it.each([
    ['git.example.com', 'gitea'],
    ['ghe.example.com', 'github'],
    ['github.com', 'github'],
    ['gitlab.example.com', 'gitlab'],
    ['bitbucket.org', 'bitbucketCloud'],
    ['bitbucket.example.com', 'bitbucketServer'],
    ['dev.azure.com', 'azure'],
  ])('knows that at %s there is a %s', (host, type) => {
    const url = `https://${host}/platform/gitops.git`;
    expect(remote(url)).toEqual({ url, type });
  });

  it.each([
    ['git@git.example.com:platform/gitops.git', 'platform/gitops.git'],
    ['git.example.com:platform/gitops', 'platform/gitops'],
    ['ssh://git@git.example.com/platform/gitops.git', 'platform/gitops.git'],
    ['ssh://git@git.example.com:2222/platform/gitops', 'platform/gitops'],
    ['https://git.example.com/platform/gitops/', 'platform/gitops'],
    ['https://git.example.com:443/platform/gitops', 'platform/gitops'],
    ['https://GIT.example.com/platform/gitops', 'platform/gitops'],
  ])('reads %s by https', (repository, path) => {
    expect(remote(repository).url).toBe(`https://git.example.com/${path}`);
  });

  it('lets go of the credentials of a URL', () => {
    expect(remote('https://me:secret@git.example.com/a/b.git').url).toBe(
      'https://git.example.com/a/b.git',
    );
  });

  it.each([
    ['http://plain.example.com:3000/a/b.git', 'gitea'],
    ['http://plain.example.com:3001/a/b.git', 'github'],
  ])('reads %s without encryption, as the integration does', (url, type) => {
    expect(remote(url)).toEqual({ url, type });
  });

  it.each([
    'http://git.example.com/a/b.git',
    'http://other.example.com/a/b.git',
    'http://github.com/a/b.git',
  ])('does not read %s without encryption', url => {
    expect(() => remote(url)).toThrow(
      expect.objectContaining({
        name: 'NotAllowedError',
        message: expect.stringContaining(
          `Repository ${url} would be read without encryption: use https`,
        ),
      }),
    );
  });

  it.each([
    'https://evil.example.com/a/b.git',
    // ScmIntegrations knows it whether or not it is configured.
    'https://gitlab.com/a/b.git',
    'https://git.example.com.evil.example.com/a/b.git',
    'https://git.example.com@evil.example.com/a/b.git',
    'https://git.example.com:8443/a/b.git',
    'git@evil.example.com:a/b.git',
  ])('does not contact %s, which is not configured', url => {
    expect(() => remote(url)).toThrow(
      expect.objectContaining({
        name: 'NotAllowedError',
        message: expect.stringMatching(
          /^Git could not be read: Git host \S+ of repository \S+ is not configured: add it to integrations/,
        ),
      }),
    );
  });

  it.each([
    'file:///etc',
    'git://git.example.com/a/b.git',
    'ext::sh -c evil',
    'oci://git.example.com/a/b',
  ])('does not use the protocol of %s', url => {
    expect(() => remote(url)).toThrow(
      expect.objectContaining({
        name: 'NotAllowedError',
        message: expect.stringContaining('only https is allowed'),
      }),
    );
  });

  it.each([
    '',
    '/srv/git/gitops.git',
    '--upload-pack=evil',
    'https://git.example.com',
    'https://git.example.com/a/b.git?ref=main',
    'https://git.example.com/a/b.git#main',
  ])('does not take %j for a repository', url => {
    expect(() => remote(url)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining('is not the URL of a Git repository'),
      }),
    );
  });

  it('keeps credentials out of what it says', () => {
    for (const url of [
      'https://me:secret@evil.example.com/a/b.git',
      'ftp://me:secret@git.example.com/a/b.git',
      'https://me:secret@git.example.com/a/b.git?token=secret',
    ]) {
      expect(() => remote(url)).toThrow(
        expect.objectContaining({
          message: expect.not.stringContaining('secret'),
        }),
      );
    }
  });
});
