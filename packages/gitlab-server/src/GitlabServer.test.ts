import { GitlabServer } from './GitlabServer';

jest.setTimeout(60_000);

const PROJECT = `/projects/${encodeURIComponent('platform/delivery/gitops')}`;

describe('GitlabServer', () => {
  let server: GitlabServer;
  let token: string;

  beforeAll(async () => {
    server = await GitlabServer.start();
    const { git } = server.state.createProject('platform/delivery/gitops');
    const commit = (parents: string[], text: string) =>
      git.commit({
        parents,
        tree: git.treeWith(undefined, new Map([['a', Buffer.from(text)]])),
        message: text,
        author: { name: 'Somebody', email: 'somebody@example.com' },
      });
    const base = commit([], 'Begin');
    git.setRef('refs/heads/main', base);
    git.setRef('refs/heads/work', commit([base], 'Work'));
    token = server.state.token({
      username: 'bot',
      role: 'developer',
      scopes: ['api'],
    });
  });

  beforeEach(() => {
    server.problems.length = 0;
  });

  afterAll(() => server.stop());

  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${server.url}/api/v4${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: response.status, body: await response.json() };
  };

  it('serves what is described', async () => {
    expect(
      await ask('POST', `${PROJECT}/merge_requests`, {
        title: 'Work',
        source_branch: 'work',
        target_branch: 'main',
      }),
    ).toMatchObject({ status: 201, body: { iid: 1, state: 'opened' } });
    expect(
      await ask('GET', `${PROJECT}/merge_requests?source_branch=work`),
    ).toMatchObject({ status: 200, body: [{ iid: 1 }] });
    expect(
      await ask('PUT', `${PROJECT}/merge_requests/1`, {
        add_labels: ['safe, canary'],
      }),
    ).toMatchObject({ status: 200, body: { labels: ['canary', 'safe'] } });
    const one = await ask('GET', `${PROJECT}/merge_requests/1`);
    expect(one.body).not.toHaveProperty('diverged_commits_count');
    expect(
      await ask(
        'GET',
        `${PROJECT}/merge_requests/1?include_diverged_commits_count=true`,
      ),
    ).toMatchObject({ status: 200, body: { diverged_commits_count: 0 } });
    expect(
      await ask('PUT', `${PROJECT}/merge_requests/1`, { state_event: 'close' }),
    ).toMatchObject({ status: 200, body: { state: 'closed' } });
    expect(await ask('GET', PROJECT)).toMatchObject({
      status: 200,
      body: { archived: false },
    });
    expect(server.problems).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'a body without what is required',
      () => ask('POST', `${PROJECT}/merge_requests`, { title: 'Work' }),
      /must have required property 'source_branch'/,
    ],
    [
      'a body with what there is not',
      () => ask('PUT', `${PROJECT}/merge_requests/1`, { state: 'closed' }),
      /must NOT have additional properties/,
    ],
    [
      'a change of nothing',
      () => ask('PUT', `${PROJECT}/merge_requests/1`, {}),
      /must NOT have fewer than 1 properties/,
    ],
    [
      'a change that is not served',
      () => ask('PUT', `${PROJECT}/merge_requests/1`, { labels: 'canary' }),
      /must NOT have additional properties/,
    ],
    [
      'a status that is not described',
      () => ask('GET', '/user?page=1'),
      /GET \/user: never answers with 400/,
    ],
    [
      'a page that is too large',
      () => ask('GET', `${PROJECT}/merge_requests?per_page=1000`),
      /must be <= 100/,
    ],
    [
      'a query that is not described',
      () => ask('GET', `${PROJECT}/merge_requests?head=work`),
      /has no query parameter head/,
    ],
    [
      'a name that is neither an id nor a path',
      () => ask('GET', '/projects/gitops'),
      /must match pattern/,
    ],
    [
      'an operation that is not served',
      () => ask('DELETE', PROJECT),
      /DELETE .* is not served/,
    ],
  ])('notices %s', async (_, act, problem) => {
    await act();
    expect(server.problems).toContainEqual(expect.stringMatching(problem));
  });
});
