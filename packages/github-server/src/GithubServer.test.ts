import { GithubServer } from './GithubServer';

jest.setTimeout(60_000);

describe.each(['api.github.com', 'ghes-3.19'] as const)(
  'GithubServer, by the description of %s',
  description => {
    let server: GithubServer;
    let token: string;

    beforeAll(async () => {
      server = await GithubServer.start(description);
      const { git } = server.state.createRepository('platform', 'gitops');
      const author = { name: 'Somebody', email: 'somebody@example.com' };
      const commit = (parents: string[], text: string) =>
        git.commit({
          parents,
          tree: git.treeWith(undefined, new Map([['a', Buffer.from(text)]])),
          message: text,
          author,
        });
      const base = commit([], 'Begin');
      git.setRef('refs/heads/main', base);
      git.setRef('refs/heads/work', commit([base], 'Work'));
      token = server.state.token({ login: 'bot', type: 'User', may: 'write' });
    });

    beforeEach(() => {
      server.problems.length = 0;
    });

    afterAll(() => server.stop());

    const ask = async (method: string, url: string, body?: object) => {
      const response = await fetch(url, {
        method,
        body: body && JSON.stringify(body),
        headers: { authorization: `token ${token}` },
      });
      return { status: response.status, body: await response.json() };
    };
    const rest = (method: string, path: string, body?: object) =>
      ask(method, `${server.url}${server.apiPath}${path}`, body);
    const graphql = (query: string, variables = {}) =>
      ask('POST', `${server.url}${server.apiPath.replace('/v3', '')}/graphql`, {
        query,
        variables,
      });

    it('serves what GitHub describes', async () => {
      const opened = await rest('POST', '/repos/platform/gitops/pulls', {
        title: 'Work',
        head: 'work',
        base: 'main',
      });
      expect(opened).toMatchObject({ status: 201, body: { number: 1 } });
      const found = await graphql(
        'query ($name: String!) { repository(owner: "platform", name: $name) { pullRequests(first: 1) { nodes { number url createdAt headRefOid } } } }',
        { name: 'gitops' },
      );
      expect(found.body).toMatchObject({
        data: { repository: { pullRequests: { nodes: [{ number: 1 }] } } },
      });
      expect(server.problems).toEqual([]);
    });

    it.each<[string, () => Promise<unknown>, RegExp]>([
      [
        'a body without what is required',
        () => rest('POST', '/repos/platform/gitops/pulls', { title: 'Work' }),
        /must have required property 'head'/,
      ],
      [
        'a body of another type',
        () =>
          rest('PATCH', '/repos/platform/gitops/pulls/1', { state: 'gone' }),
        /must be equal to one of the allowed values/,
      ],
      [
        'a number that is none',
        () => rest('PATCH', '/repos/platform/gitops/pulls/one', {}),
        /must be integer/,
      ],
      [
        'a query that is not described',
        () => rest('GET', '/repos/platform/gitops?page=1'),
        /has no query parameter page/,
      ],
      [
        'an operation that is not served',
        () => rest('DELETE', '/repos/platform/gitops'),
        /DELETE \/repos\/platform\/gitops is not served/,
      ],
      [
        'a field that the schema does not have',
        () => graphql('query { viewer { shoeSize } }'),
        /Cannot query field "shoeSize"/,
      ],
      [
        'an object id that is none',
        () =>
          graphql(
            'query ($oid: GitObjectID!) { repository(owner: "platform", name: "gitops") { object(oid: $oid) { id } } }',
            { oid: 'main' },
          ),
        /"main" is no GitObjectID/,
      ],
      [
        'a field that it does not serve',
        () =>
          graphql(
            'query { repository(owner: "platform", name: "gitops") { createdAt } }',
          ),
        /Cannot return null for non-nullable field Repository.createdAt/,
      ],
    ])('notices %s', async (_, act, problem) => {
      await act();
      expect(server.problems).toContainEqual(expect.stringMatching(problem));
    });
  },
);
