import {
  applicationSchema,
  ApplicationTarget,
} from '@progressive-delivery/engine';
import { BareRepository } from '../git/__testUtils__/BareRepository';
import { files, GitScene } from '../git/__testUtils__/GitScene';
import { RepositoryService } from '../git/RepositoryService';
import { SyncedCommits } from './SyncedCommits';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

const VALUES = 'values.yaml';

describe('SyncedCommits, with a real Git host', () => {
  let scene: GitScene;
  let repository: BareRepository;
  let url: string;
  let service: RepositoryService;

  beforeAll(async () => {
    scene = await GitScene.create();
  });
  beforeEach(() => {
    ({ repository, url } = scene.repository());
    service = scene.service();
  });
  afterAll(() => scene.end());

  const target = (
    commits: string[],
    { from = url, synced = url }: { from?: string; synced?: string } = {},
  ): ApplicationTarget => ({
    kind: 'application',
    id: 'main.argocd.web',
    title: 'web',
    sources: [{ repository: from, revision: 'main', path: '.' }],
    destination: {},
    argocd: 'main',
    instanceName: 'web',
    kustomizeBuildOptions: [],
    application: applicationSchema.parse({
      metadata: { name: 'web', namespace: 'argocd' },
      spec: {},
      status: {
        history: commits.map((revision, index) => ({
          revision,
          source: { repoURL: synced },
          deployStartedAt: `2026-03-01T10:0${index}:00Z`,
          deployedAt: `2026-03-01T10:0${index}:05Z`,
        })),
      },
    }),
  });
  const told = (of: ApplicationTarget) =>
    SyncedCommits.create({ repositories: service }).of(of);
  const read = () =>
    service.layOut({ repository: url, revision: 'main' }, files(VALUES));

  it('tells who made those that were fetched, without asking the Git host', async () => {
    const first = repository.commit({ [VALUES]: 'a: 1\n' });
    const second = repository.commit({ [VALUES]: 'a: 2\n' });
    await read();
    scene.server.requests.length = 0;
    const page = url.replace(/\.git$/, '');
    expect(await told(target([first, second]))).toEqual([
      {
        startedAt: '2026-03-01T10:00:00Z',
        endedAt: '2026-03-01T10:00:05Z',
        commit: first,
        url: `${page}/commit/${first}`,
      },
      {
        startedAt: '2026-03-01T10:01:00Z',
        endedAt: '2026-03-01T10:01:05Z',
        commit: second,
        author: 'Somebody',
        committedAt: '2023-11-14T22:13:20.000Z',
        url: `${page}/commit/${second}`,
      },
    ]);
    expect(scene.server.requests).toEqual([]);
  });

  it('tells of all that came while the repository was read', async () => {
    const first = repository.commit({ [VALUES]: 'a: 1\n' });
    await read();
    const second = repository.commit({ [VALUES]: 'a: 2\n' });
    const third = repository.commit({ [VALUES]: 'a: 3\n' });
    await read();
    expect(
      (await told(target([first, second, third]))).map(({ author }) => author),
    ).toEqual(['Somebody', 'Somebody', 'Somebody']);
  });

  it('tells ids where nothing was ever read', async () => {
    const commit = repository.commit({ [VALUES]: 'a: 1\n' });
    expect(await told(target([commit]))).toMatchObject([
      { commit, author: undefined },
    ]);
  });

  it('tells nothing but ids of a repository that the target does not come from any more', async () => {
    const commit = repository.commit({ [VALUES]: 'a: 1\n' });
    await read();
    for (const of of [
      target([commit], { from: 'https://git.example.com/other.git' }),
      target([commit], {
        from: 'https://git.example.com/other.git',
        synced: 'https://git.example.com/other.git',
      }),
    ]) {
      expect(await told(of)).toEqual([
        {
          startedAt: '2026-03-01T10:00:00Z',
          endedAt: '2026-03-01T10:00:05Z',
          commit,
        },
      ]);
    }
  });
});
