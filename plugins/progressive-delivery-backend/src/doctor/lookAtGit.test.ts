import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { JsonObject } from '@backstage/types';
import { GithubServer } from '@progressive-delivery/github-server';
import { GitlabServer } from '@progressive-delivery/gitlab-server';
import { HostScene } from '../proposals/gitHosts/__testUtils__/HostScene';
import { GithubScene } from '../proposals/gitHosts/github/__testUtils__/GithubScene';
import { lookAtHosts, lookAtRepository } from './lookAtGit';

const { signal } = new AbortController();

async function look(
  type: 'github' | 'gitlab' | 'gitea',
  url: string,
  config: JsonObject,
  proposals = true,
) {
  const { host } = new URL(url);
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({ integrations: { [type]: [{ host, ...config }] } }),
  );
  const hosts = new Set([host]);
  const lines = await lookAtHosts({ integrations, hosts, proposals }, signal);
  return lines.map(({ message, state }) => `${state}: ${message.text}`);
}

describe('What an administrator is told of GitHub', () => {
  let server: GithubServer;

  beforeAll(async () => {
    server = await GithubServer.start('api.github.com');
  });
  afterAll(async () => {
    await server.stop();
    if (server.problems.length > 0) {
      throw new Error(`Not as GitHub has it:\n${server.problems.join('\n')}`);
    }
  });

  const ask = (config: JsonObject, proposals?: boolean) =>
    look(
      'github',
      server.url,
      { apiBaseUrl: `${server.url}${server.apiPath}`, ...config },
      proposals,
    );
  const token = (scopes?: string[]) =>
    server.state.token({
      login: 'delivery',
      type: 'User',
      may: 'write',
      scopes,
    });

  it.each([
    [['repo', 'workflow'], 'ok: Signed in as delivery, with repo, workflow.'],
    [
      ['public_repo'],
      'missing: Signed in as delivery, which lacks repo: it has public_repo.',
    ],
    [
      undefined,
      'unknown: Signed in as delivery. The host does not report what its token is allowed to do. It needs: contents: write, pull_requests: write.',
    ],
  ])('is the scopes of a token: %p', async (scopes, line) => {
    expect(await ask({ token: token(scopes) })).toEqual([line]);
  });

  it('is that reading is enough where no pull requests are opened', async () => {
    expect(await ask({ token: token(['public_repo']) }, false)).toEqual([
      'ok: Signed in as delivery, with public_repo.',
    ]);
  });

  it('is that a token is missing or was revoked', async () => {
    expect(await ask({})).toEqual([
      'missing: There are no credentials: add a token in integrations.github.',
    ]);
    expect(await ask({ token: 'ghp_of-somebody-who-has-left' })).toEqual([
      'missing: The host does not accept the credentials: replace them in integrations.github.',
    ]);
  });

  it.each([
    [
      'write',
      /^ok: Signed in as GitHub App \S+ of platform, with .*contents: write/,
    ],
    ['read', /^missing: .* lacks contents: write, pull_requests: write/],
  ] as const)('is the permissions of an App that may %s', async (may, line) => {
    const app = server.state.installApp(may);
    const lines = await ask({
      apps: [
        {
          appId: app.id,
          privateKey: app.key.privateKey,
          clientId: 'client',
          clientSecret: 'client-secret',
          webhookSecret: 'webhook-secret',
        },
      ],
    });
    expect(lines).toEqual([expect.stringMatching(line)]);
  });
});

describe('What an administrator is told of GitLab', () => {
  let server: GitlabServer;

  beforeAll(async () => {
    server = await GitlabServer.start();
  });
  afterAll(async () => {
    await server.stop();
    if (server.problems.length > 0) {
      throw new Error(`Not as GitLab has it:\n${server.problems.join('\n')}`);
    }
  });

  const ask = (token?: string) =>
    look('gitlab', server.url, {
      baseUrl: server.url,
      apiBaseUrl: `${server.url}/api/v4`,
      ...(token && { token }),
    });

  it('is who the token is of, and its scopes', async () => {
    const user = { username: 'delivery', role: 'developer' } as const;
    const { state } = server;
    expect(await ask(state.token({ ...user, scopes: ['api'] }))).toEqual([
      'ok: Signed in as delivery, with api.',
    ]);
    expect(await ask(state.token({ ...user, scopes: ['read_api'] }))).toEqual([
      'missing: Signed in as delivery, which lacks api: it has read_api.',
    ]);
  });

  it('is that a token is missing or was revoked', async () => {
    expect(await ask()).toEqual([
      'missing: There are no credentials: add a token in integrations.gitlab.',
    ]);
    expect(await ask('glpat-of-somebody-who-has-left')).toEqual([
      'missing: The host does not accept the credentials: replace them in integrations.gitlab.',
    ]);
  });
});

describe('What an administrator is told of a host that fails', () => {
  let server: Server;

  beforeAll(async () => {
    server = createServer((_, response) => {
      response.writeHead(500).end('password: hunter2');
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise(resolve => server.close(resolve)));

  it.each(['github', 'gitlab', 'gitea'] as const)(
    'is that it could not be looked at, and nothing that it says: %s',
    async type => {
      const { port } = server.address() as AddressInfo;
      const url = `http://127.0.0.1:${port}`;
      const [line] = await look(
        type,
        url,
        type === 'gitea'
          ? { baseUrl: url, password: 'secret-token' }
          : { apiBaseUrl: url, token: 'secret-token' },
      );
      expect(line).toBe(
        `unknown: Could not check: 127.0.0.1:${port} answered with status 500`,
      );
    },
  );
});

describe('What an administrator is told of a repository', () => {
  let scene: HostScene;

  beforeAll(async () => {
    scene = await GithubScene.start({
      description: 'api.github.com',
      as: 'token',
    });
  });
  afterAll(() => scene.stop());

  const ask = async (as: 'bot' | 'reader' | 'revoked', proposals = true) => {
    const [{ message, state }] = await lookAtRepository(
      scene.repository,
      { gitHostOf: () => scene.host(as), proposals },
      signal,
    );
    return { state, ...message };
  };

  it('is whether it can be written to, where that is needed', async () => {
    expect(await ask('bot')).toMatchObject({
      state: 'ok',
      id: 'repositoryWritable',
    });
    expect(await ask('reader')).toEqual({
      state: 'missing',
      id: 'repositoryReadOnly',
      parameters: {
        repository: scene.repository,
        account: {
          id: 'account',
          parameters: { integration: 'integrations.github' },
          text: 'account of integrations.github',
        },
        needs: {
          id: 'writeAccessAndToken',
          parameters: {
            scope: 'repo',
            permissions: 'contents=write, pull_requests=write',
          },
          text: 'write access to the repository, and its token the scope repo or the permissions contents=write, pull_requests=write',
        },
      },
      text: `account of integrations.github can read ${scene.repository} but not write to it. It needs: write access to the repository, and its token the scope repo or the permissions contents=write, pull_requests=write.`,
    });
    expect(await ask('reader', false)).toMatchObject({
      state: 'ok',
      id: 'repositoryReadable',
    });
    expect(await ask('revoked')).toMatchObject({
      state: 'unknown',
      id: 'couldNotLook',
      parameters: {
        message: {
          id: 'hostSaid',
          parameters: {
            problem: {
              id: 'hostRejectsCredentials',
              parameters: { remedy: { id: 'replaceToken' } },
            },
          },
        },
      },
    });
  });
});
