import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { JsonObject } from '@backstage/types';
import { LRUCache } from 'lru-cache';
import { BareRepository } from './__testUtils__/BareRepository';
import { GithubAppServer } from './__testUtils__/GithubAppServer';
import { GitScene } from './__testUtils__/GitScene';
import { GitCommand } from './command/GitCommand';
import { GitCredentials } from './command/gitCredentials';
import { GitHostType } from './command/gitRemote';
import { GitStore } from './stores/GitStore';

const VALUES = 'values.yaml';
const SECRET = 'secret-of-the-bot';

const basic = (user: string) =>
  `Basic ${Buffer.from(`${user}:${SECRET}`).toString('base64')}`;

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('credentials of integrations, at a Git host that demands them', () => {
  let scene: GitScene;
  let github: GithubAppServer;
  let repository: BareRepository;
  let url: string;
  let trace: string;
  let cache: string;

  /** A store at the server, which asks with what the configuration has for a host of that type. */
  const storeWith = (type: GitHostType, config: JsonObject) => {
    const integrations = ScmIntegrations.fromConfig(
      new ConfigReader({ integrations: { [type]: [config] } }),
    );
    const credentials = GitCredentials.create({ integrations });
    // Bitbucket Cloud's host is always the same one.
    const configured =
      type === 'bitbucketCloud'
        ? url.replace(scene.server.host, 'bitbucket.org')
        : url;
    const git = scene.freshPath('git');
    writeFileSync(git, `#!/bin/sh\nGIT_TRACE=${trace} exec git "$@"\n`, {
      mode: 0o755,
    });
    return GitStore.create({
      url,
      directory: join(cache, 'store'),
      authorization: () => credentials.authorization({ type, url: configured }),
      git: GitCommand.create({ git, directory: join(cache, 'git') }),
      maximumAge: 0,
      logger: scene.logger,
      listings: new LRUCache({ max: 10_000 }),
    });
  };
  const read = async (store: GitStore) => {
    const { tree } = await store.tree('main');
    return String((await tree.read([VALUES])).get(VALUES));
  };
  /** Everything that git was told, was written, and was logged. */
  const written = () => [
    readFileSync(trace, 'utf8'),
    JSON.stringify(scene.logger.warn.mock.calls),
    ...readdirSync(cache, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ name, parentPath }) =>
        readFileSync(join(parentPath, name), 'latin1'),
      ),
  ];

  beforeAll(async () => {
    scene = await GitScene.create();
    github = await GithubAppServer.start(SECRET);
  });

  beforeEach(() => {
    ({ repository, url } = scene.repository());
    repository.commit({ [VALUES]: 'text' });
    trace = scene.freshPath('trace');
    cache = scene.freshPath('cache');
  });

  afterAll(async () => {
    await github.stop();
    await scene.end();
  });

  it.each<[string, GitHostType, string, (host: string) => JsonObject]>([
    [
      'a token of GitHub',
      'github',
      basic('x-access-token'),
      host => ({ host, apiBaseUrl: github.url, token: SECRET }),
    ],
    [
      'an App of GitHub',
      'github',
      basic('x-access-token'),
      host => ({
        host,
        apiBaseUrl: github.url,
        apps: [
          {
            appId: 1,
            privateKey: github.privateKey,
            clientId: 'client',
            clientSecret: 'client-secret',
            webhookSecret: 'webhook-secret',
          },
        ],
      }),
    ],
    [
      'a token of GitLab',
      'gitlab',
      basic('oauth2'),
      host => ({ host, apiBaseUrl: `http://${host}/api/v4`, token: SECRET }),
    ],
    [
      'a user of Gitea',
      'gitea',
      basic('bot'),
      host => ({ host, username: 'bot', password: SECRET }),
    ],
    [
      'an app password of Bitbucket Cloud',
      'bitbucketCloud',
      basic('bot'),
      () => ({ username: 'bot', appPassword: SECRET }),
    ],
    [
      'an API token of Bitbucket Cloud',
      'bitbucketCloud',
      basic('x-bitbucket-api-token-auth'),
      () => ({ username: 'bot@example.com', token: SECRET }),
    ],
    [
      'a token of Bitbucket Server',
      'bitbucketServer',
      `Bearer ${SECRET}`,
      host => ({
        host,
        apiBaseUrl: `http://${host}/rest/api/1.0`,
        token: SECRET,
      }),
    ],
    [
      'a user of Bitbucket Server',
      'bitbucketServer',
      basic('bot'),
      host => ({
        host,
        apiBaseUrl: `http://${host}/rest/api/1.0`,
        username: 'bot',
        password: SECRET,
      }),
    ],
    [
      'a personal access token of Azure DevOps',
      'azure',
      basic(''),
      host => ({ host, credentials: [{ personalAccessToken: SECRET }] }),
    ],
  ])('%s opens it, and is written nowhere', async (_, type, header, config) => {
    scene.server.authorization = header;
    const store = storeWith(type, config(scene.server.host));
    expect(await read(store)).toBe('text');

    // Neither is it in what is said when it does not open it any more.
    scene.server.authorization = `${header}, but another`;
    const error: Error = await read(store).then(
      () => new Error('It did not fail'),
      reason => reason,
    );
    expect(error.name).toBe('NotAllowedError');
    const encoded = header.split(' ')[1];
    for (const text of [...written(), `${error.message} ${error.stack}`]) {
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain(encoded);
    }
    expect(readFileSync(trace, 'utf8')).toContain('git remote-http origin');
  });

  it('says which integration gives none, without what it tried', async () => {
    const { privateKey } = github;
    const stranger = await GithubAppServer.start('other');
    try {
      const store = storeWith('github', {
        host: scene.server.host,
        apiBaseUrl: stranger.url,
        apps: [
          {
            appId: 1,
            privateKey,
            clientId: 'client',
            clientSecret: SECRET,
            webhookSecret: SECRET,
          },
        ],
      });
      const error: Error = await read(store).then(
        () => new Error('It did not fail'),
        reason => reason,
      );
      expect(error.name).toBe('ServiceUnavailableError');
      expect(error.message).toContain(
        `Repository ${url} cannot be used, because integrations.github gives no credentials for it: Bad credentials`,
      );
      expect(JSON.stringify([error, error.stack])).not.toMatch(
        new RegExp(`${SECRET}|PRIVATE KEY|eyJ`),
      );
    } finally {
      await stranger.stop();
    }
  });
});
