import { GiteaApi, GiteaRequest } from './GiteaApi';
import { findPullRequests } from './findPullRequests';

const BRANCH = 'progressive-delivery/web-on-0123456789ab';
const OTHER = 'progressive-delivery/web-off-0123456789ab';

interface Listed {
  number: number;
  branch: string;
  state: 'open' | 'closed';
}

const payload = ({ branch, number, state }: Listed) => ({
  number,
  html_url: `https://git.example.com/platform/gitops/pulls/${number}`,
  title: 'Turn it on',
  body: null,
  state,
  merged: false,
  head: { ref: branch, label: branch, sha: 'c1', repo_id: 1 },
  base: { ref: 'main', repo_id: 1 },
  created_at: '2026-11-25T17:00:00+01:00',
});

/** Answers as `routers/api/v1/repo/pull.go` of Gitea 1.26 does. */
class CrowdedGitea implements Pick<GiteaApi, 'ask'> {
  readonly asked: string[] = [];

  constructor(private readonly pullRequests: Listed[]) {}

  ask: GiteaApi['ask'] = async (
    schema,
    _repository,
    { path }: GiteaRequest,
  ) => {
    this.asked.push(path);
    const { pathname, searchParams } = new URL(path, 'http://gitea');
    if (pathname === '/pulls') {
      const page = Number(searchParams.get('page'));
      const limit = Number(searchParams.get('limit'));
      const state = searchParams.get('state');
      const listed = this.pullRequests
        .filter(each => state === 'all' || each.state === state)
        .sort((a, b) => b.number - a.number)
        .slice((page - 1) * limit, page * limit);
      return { outcome: 'found', value: schema.parse(listed.map(payload)) };
    }
    const [, , base, ...head] = pathname.split('/').map(decodeURIComponent);
    const any = this.pullRequests.find(
      each => base === 'main' && each.branch === head.join('/'),
    );
    return any
      ? { outcome: 'found', value: schema.parse(payload(any)) }
      : { outcome: 'notFound' };
  };
}

describe('findPullRequests, where there are many at a Gitea', () => {
  const others = (from: number, until: number): Listed[] =>
    Array.from({ length: until - from }, (_, index) => ({
      number: from + index,
      branch: `others/${from + index}`,
      state: index % 2 === 0 ? 'open' : 'closed',
    }));
  const find = async (gitea: CrowdedGitea) => {
    const result = await findPullRequests(gitea, {
      repository: 'https://git.example.com/platform/gitops.git',
      base: 'main',
      branches: new Set([BRANCH, OTHER]),
    });
    return result.outcome === 'found'
      ? result.value.map(({ number }) => number)
      : result.outcome;
  };

  it('asks once where there are few', async () => {
    const gitea = new CrowdedGitea([
      ...others(1, 30),
      { number: 30, branch: BRANCH, state: 'open' },
    ]);
    expect(await find(gitea)).toEqual([30]);
    expect(gitea.asked).toHaveLength(1);
  });

  it('asks for each branch and reads no more where it has none, or one that is open', async () => {
    const gitea = new CrowdedGitea([
      { number: 1, branch: BRANCH, state: 'open' },
      ...others(2, 5_000),
    ]);
    expect(await find(gitea)).toEqual([1]);
    expect(gitea.asked).toHaveLength(3);
  });

  it('finds what came after one that ended', async () => {
    const gitea = new CrowdedGitea([
      ...others(1, 100),
      { number: 100, branch: OTHER, state: 'closed' },
      ...others(101, 200),
      { number: 200, branch: OTHER, state: 'closed' },
      ...others(201, 300),
      { number: 300, branch: BRANCH, state: 'open' },
      ...others(301, 400),
    ]);
    expect(await find(gitea)).toEqual([300, 200, 100]);
  });

  it('finds one that is open behind more than it reads of those that ended', async () => {
    const gitea = new CrowdedGitea([
      { number: 1, branch: BRANCH, state: 'closed' },
      { number: 2, branch: BRANCH, state: 'open' },
      ...others(3, 3_000).map(each => ({ ...each, state: 'closed' as const })),
    ]);
    expect(await find(gitea)).toEqual([2, 1]);
    expect(gitea.asked.length).toBeLessThan(20);
  });
});
