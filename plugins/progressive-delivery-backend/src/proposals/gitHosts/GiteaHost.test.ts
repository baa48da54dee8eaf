import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { GiteaHost } from './GiteaHost';

const BRANCH = 'progressive-delivery/controllers-on-0123456789ab';

const payload = (number: number, changes: object = {}) => ({
  number,
  html_url: `https://git.example.com/platform/gitops/pulls/${number}`,
  title: 'Turn it on',
  body: null,
  state: 'open',
  merged: false,
  head: { ref: BRANCH, label: BRANCH, sha: 'c1', repo_id: 1 },
  base: { ref: 'main', repo_id: 1 },
  created_at: '2026-11-25T17:00:00+01:00',
  ...changes,
});

describe('GiteaHost', () => {
  let server: Server;
  let host: GiteaHost;
  let repository: string;
  let requests: { request: IncomingMessage; body: string }[];
  let answers: { status: number; body: unknown }[];

  beforeEach(async () => {
    requests = [];
    server = createServer(async (request, response) => {
      requests.push({ request, body: await text(request) });
      const { status, body } = answers.shift()!;
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    host = GiteaHost.create({
      config: {
        host: `127.0.0.1:${port}`,
        baseUrl: url,
        username: 'bot',
        password: 'secret',
      },
    });
    repository = `${url}/platform/gitops.git`;
  });

  afterEach(() => {
    server.close();
  });

  const find = () =>
    host.find({ repository, base: 'main', branches: new Set([BRANCH]) });

  it('finds those of our branches, newest first, also when the branch is deleted', async () => {
    answers = [
      {
        status: 200,
        body: [
          payload(1, {
            state: 'closed',
            merged: true,
            head: {
              ref: 'refs/pull/1/head',
              label: BRANCH,
              sha: 'c0',
              repo_id: 1,
            },
          }),
          payload(2),
          payload(3, { base: { ref: 'release', repo_id: 1 } }),
          payload(4, {
            head: { ref: 'other', label: 'other', sha: 'c4', repo_id: 1 },
          }),
        ],
      },
    ];
    await expect(find()).resolves.toEqual([
      expect.objectContaining({
        number: 2,
        state: 'open',
        body: '',
        createdAt: '2026-11-25T16:00:00.000Z',
      }),
      expect.objectContaining({
        number: 1,
        state: 'merged',
        head: { branch: BRANCH, commit: 'c0' },
      }),
    ]);
    const [{ request }] = requests;
    expect(request.url).toMatch(/^\/api\/v1\/repos\/platform\/gitops\/pulls\?/);
    expect(request.headers.authorization).toBe(
      `basic ${Buffer.from('bot:secret').toString('base64')}`,
    );
  });

  it("does not take a fork's pull request for ours, whatever its branch is called", async () => {
    answers = [
      {
        status: 200,
        body: [
          payload(5, {
            head: { ref: BRANCH, label: BRANCH, sha: 'evil', repo_id: 2 },
          }),
        ],
      },
    ];
    await expect(find()).resolves.toEqual([]);
  });

  it('tries again while Gitea does not know the branch that was just pushed', async () => {
    answers = [
      { status: 404, body: { message: 'not found' } },
      { status: 201, body: payload(6) },
    ];
    await expect(
      host.open({
        repository,
        base: 'main',
        branch: BRANCH,
        title: 't',
        body: 'b',
      }),
    ).resolves.toMatchObject({ number: 6 });
    expect(requests.map(({ body }) => JSON.parse(body))).toEqual([
      { base: 'main', head: BRANCH, title: 't', body: 'b' },
      { base: 'main', head: BRANCH, title: 't', body: 'b' },
    ]);
  });

  it('refuses an address that is no repository of that host', async () => {
    answers = [];
    await expect(
      host.find({
        repository: `${repository.replace('/gitops.git', '')}`,
        base: 'main',
        branches: new Set(),
      }),
    ).rejects.toThrow(/is not the address of a repository/);
    expect(requests).toEqual([]);
  });

  it('says how a commit shows whether it is as it was made', async () => {
    answers = [
      {
        status: 200,
        body: { sha: 'c1', commit: { message: 'On', tree: { sha: 't1' } } },
      },
      { status: 404, body: { message: 'not found' } },
    ];
    await expect(host.commit({ repository, commit: 'c1' })).resolves.toEqual({
      message: 'On',
      tree: 't1',
    });
    await expect(
      host.commit({ repository, commit: 'c2' }),
    ).resolves.toBeUndefined();
  });

  describe('what Gitea refuses is not refused by us, and says who lacks what', () => {
    it.each([
      [
        401,
        'invalid username, password or token',
        /does not accept the credentials in integrations\.gitea: replace the token or password \(Gitea said: invalid username/,
      ],
      [
        403,
        'user should have a permission to read a repo',
        /^The account bot of integrations\.gitea may not list pull requests in http.*gitops\.git: give it write access/,
      ],
      [
        404,
        'not found',
        /could not list pull requests in .*: the repository does not exist, its pull requests are disabled, or the account bot of integrations\.gitea has no access/,
      ],
      [423, 'archived', /gitops\.git is archived, so nobody can list/],
      [500, 'database is locked', /\(status 500\).*database is locked/],
    ])('%s %s', async (status, message, sentence) => {
      answers = [{ status, body: { message } }];
      await expect(find()).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringMatching(sentence),
      });
    });

    it('nor what answers in its place, or nothing that does', async () => {
      answers = [{ status: 200, body: '<html>sign in</html>' }];
      await expect(find()).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringMatching(/answered with something else/),
      });
      server.close();
      server.closeAllConnections();
      await expect(find()).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringMatching(/did not answer when asked to list/),
      });
    });
  });
});
