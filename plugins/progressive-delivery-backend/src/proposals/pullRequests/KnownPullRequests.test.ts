import { unavailable } from '../gitHosts/askHost';
import { GitHost, PullRequest } from '../gitHosts/GitHost';
import { HostResult } from '../gitHosts/HostResult';
import { KnownPullRequests } from './KnownPullRequests';

const REPOSITORY = 'https://git.example.com/platform/gitops.git';

const pullRequest = (number: number): PullRequest => ({
  number,
  url: `https://git.example.com/platform/gitops/pulls/${number}`,
  title: 'Turn it on',
  body: '',
  draft: false,
  state: 'open',
  head: { branch: 'progressive-delivery/on', commit: 'a'.repeat(40) },
  base: { branch: 'main' },
  createdAt: '2026-11-01T10:00:00.000Z',
});

describe('KnownPullRequests', () => {
  let now = 0;
  let known: KnownPullRequests;
  let asked: string[];
  let answer: HostResult<PullRequest[]>;
  let changed = true;

  const host: Pick<GitHost, 'find' | 'review'> = {
    find: async () => {
      asked.push('find');
      return answer;
    },
    review: async ({ pullRequest: { number } }) => {
      asked.push(`review ${number}`);
      return unavailable({ id: 'unreachable', parameters: {} });
    },
  };
  const conditional: Pick<GitHost, 'find' | 'findSince'> = {
    ...host,
    findSince: async ({ mark }) => {
      asked.push(`since ${mark}`);
      return {
        outcome: 'found',
        value: changed
          ? { state: 'changed', mark: 'etag', pullRequests: [pullRequest(3)] }
          : { state: 'unchanged' },
      };
    },
  };

  const find = (
    of: Pick<GitHost, 'find' | 'findSince'> = host,
    base = 'main',
  ) =>
    known.find(of, {
      repository: REPOSITORY,
      base,
      branches: new Set(['progressive-delivery/on']),
    });

  beforeEach(() => {
    now = 1_000_000;
    known = KnownPullRequests.create({ now: () => now });
    asked = [];
    answer = { outcome: 'found', value: [pullRequest(1)] };
    changed = true;
  });

  it('asks once for all who look, and again after a few seconds', async () => {
    const answers = await Promise.all([find(), find(), find()]);
    expect(answers).toEqual([answer, answer, answer]);
    expect(asked).toEqual(['find']);
    await find(host, 'release');
    now += 5_000;
    answer = { outcome: 'found', value: [pullRequest(2)] };
    expect(await find()).toEqual(answer);
    expect(asked).toEqual(['find', 'find', 'find']);
  });

  it('asks at once where a webhook tells of something new, and of nothing else', async () => {
    await find();
    known.forget({ url: 'https://git.example.com/platform/other.git' });
    await find();
    expect(asked).toEqual(['find']);
    known.forget({ url: 'https://git.example.com/Platform/gitops' });
    await find();
    expect(asked).toEqual(['find', 'find']);
  });

  it('asks for less where the host can say that nothing is new', async () => {
    const before = await find(conditional);
    expect(before).toEqual({ outcome: 'found', value: [pullRequest(3)] });
    changed = false;
    for (const _ of [1, 2]) {
      now += 5_000;
      expect(await find(conditional)).toBe(before);
    }
    changed = true;
    now += 5_000;
    await find(conditional);
    expect(asked).toEqual([
      'since undefined',
      'since etag',
      'since etag',
      'since etag',
    ]);
  });

  it('asks for all of it once a minute, whatever the host says', async () => {
    await find(conditional);
    now += 61_000;
    asked = [];
    await find(conditional);
    expect(asked).toEqual(['since undefined']);
  });

  it('keeps nothing that failed', async () => {
    answer = unavailable({ id: 'unreachable', parameters: {} });
    await find();
    await find();
    expect(asked).toEqual(['find', 'find']);
    const question = { repository: REPOSITORY, pullRequest: pullRequest(1) };
    await known.review(host, question);
    await known.review(host, question);
    expect(asked.slice(2)).toEqual(['review 1', 'review 1']);
  });
});
