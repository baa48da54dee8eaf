import {
  GitlabServer,
  HostedProject,
} from '@progressive-delivery/gitlab-server';
import { GitlabApi } from './GitlabApi';
import { HOST_LIMITS } from '../askHost';
import { findMergeRequests } from './findMergeRequests';

// Each merge request is a few processes of git, which take their time on a busy machine.
jest.setTimeout(120_000);

describe('findMergeRequests, for more branches than two', () => {
  let server: GitlabServer;
  let project: HostedProject;
  let asked: number;

  beforeAll(async () => {
    server = await GitlabServer.start();
    project = server.state.createProject('platform/gitops');
    const { git } = project;
    const commit = git.commit({
      parents: [],
      tree: git.treeWith(undefined, new Map([['a', Buffer.from('a')]])),
      message: 'Begin',
      author: { name: 'Somebody', email: 'somebody@example.com' },
    });
    for (const branch of ['main', 'a', 'b', 'c', 'others']) {
      git.setRef(`refs/heads/${branch}`, commit);
    }
  });

  afterAll(() => server.stop());

  const open = (branch: string) => {
    const opened = project.open(
      { project, branch },
      { target: 'main', title: branch, description: null },
      'somebody',
    );
    if (!('iid' in opened)) {
      throw new Error(`${branch} was not opened`);
    }
    return opened;
  };
  const find = async () => {
    const token = server.state.token({
      username: 'delivery',
      role: 'developer',
      scopes: ['api'],
    });
    const api = GitlabApi.create({
      config: {
        host: new URL(server.url).host,
        baseUrl: server.url,
        apiBaseUrl: `${server.url}/api/v4`,
        token,
      },
      limits: HOST_LIMITS,
    });
    asked = 0;
    const counted: Pick<GitlabApi, 'ask'> = {
      ask: (...question) => {
        asked += 1;
        return api.ask(...question);
      },
    };
    const result = await findMergeRequests(counted, {
      repository: `${server.url}/platform/gitops.git`,
      base: 'main',
      branches: new Set(['a', 'b', 'c']),
    });
    return result.outcome === 'found'
      ? result.value.map(({ head }) => head.branch)
      : result.outcome;
  };

  it('asks once where the newest page is all there is', async () => {
    open('a');
    open('others').state = 'closed';
    open('c');
    expect(await find()).toEqual(['c', 'a']);
    expect(asked).toBe(1);
  });

  it('asks for each branch where there are more', async () => {
    const [, other] = project.current();
    const more = Array.from({ length: 100 }, (_, index) => ({
      ...other,
      iid: 4 + index,
    }));
    project.current().push(...more);
    expect(await find()).toEqual(['c', 'a']);
    expect(asked).toBe(4);
    expect(server.problems).toEqual([]);
  });
});
