import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Selection } from '@progressive-delivery/engine';
import { BareRepository } from './__testUtils__/BareRepository';
import { files, GitScene } from './__testUtils__/GitScene';
import { RepositoryService } from './RepositoryService';

const VALUES = 'apps/agents/values.yaml';
const CHART = 'charts/agents/Chart.yaml';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('RepositoryService, with a real Git host', () => {
  let scene: GitScene;
  let repository: BareRepository;
  let url: string;
  let service: RepositoryService;

  const layOut = (
    selection: Selection<unknown> = files(VALUES),
    revision = 'main',
  ) => service.layOut({ repository: url, revision }, selection);
  /** Selects the values, and counts how often it is asked to. */
  const counted = () => {
    const select = jest.fn(async () => ({ paths: [VALUES], found: {} }));
    return { key: 'counted', select };
  };

  beforeAll(async () => {
    scene = await GitScene.create();
  });

  beforeEach(() => {
    ({ repository, url } = scene.repository());
    repository.commit({ [VALUES]: 'first\n', [CHART]: 'name: agents\n' });
    service = scene.service();
    scene.server.requests.length = 0;
    scene.logger.warn.mockClear();
  });

  afterAll(() => scene.end());

  it('lays out the files that are selected, and no others', async () => {
    const { layout } = await layOut(files(VALUES));
    expect(layout).toMatchObject({
      repository: url,
      branch: 'main',
      commit: repository.head('main'),
    });
    expect(Array.from(layout.files.keys())).toEqual([VALUES]);
    expect(layout.read(VALUES).toString()).toBe('first\n');
    expect(() => layout.read(CHART)).toThrow(`${CHART} does not exist`);
  });

  it('hands on what was found while selecting', async () => {
    const { found } = await layOut({
      key: 'charts',
      select: async tree => ({ paths: [], found: tree.below('charts') }),
    });
    expect(found).toEqual([CHART]);
  });

  it('takes the default branch where no revision is said', async () => {
    const { layout } = await layOut(files(VALUES), '');
    expect(layout.branch).toBe('main');
  });

  it('reads the same selection of the same commit once', async () => {
    const selection = counted();
    const first = await layOut(selection);
    const again = await layOut(selection);
    expect(again.layout).toBe(first.layout);
    expect(again.found).toBe(first.found);
    expect(selection.select).toHaveBeenCalledTimes(1);
    // Another question is another answer.
    const other = await layOut(files(CHART));
    expect(Array.from(other.layout.files.keys())).toEqual([CHART]);
  });

  it('tells a commit from a branch that is there', async () => {
    const onBranch = await layOut();
    const pinned = await layOut(files(VALUES), repository.head('main'));
    expect(onBranch.layout.branch).toBe('main');
    expect(pinned.layout.branch).toBeUndefined();
    expect(pinned.layout.digest).toBe(onBranch.layout.digest);
  });

  it('gives the same digest for the same files, whatever else was committed', async () => {
    const before = (await layOut()).layout;
    repository.commit({ README: 'something else\n' });
    const unrelated = (await layOut()).layout;
    expect(unrelated.commit).not.toBe(before.commit);
    expect(unrelated.digest).toBe(before.digest);

    repository.commit({ [VALUES]: 'second\n' });
    const changed = (await layOut()).layout;
    expect(changed.digest).not.toBe(before.digest);
    expect(changed.read(VALUES).toString()).toBe('second\n');
  });

  it('does for many at once what it does for one', async () => {
    await layOut(counted());
    const alone = scene.server.requests.length;

    service = scene.service({ maximumAge: 60_000 });
    scene.server.requests.length = 0;
    const selection = counted();
    const all = await Promise.all(
      Array.from({ length: 20 }, () => layOut(selection)),
    );
    expect(selection.select).toHaveBeenCalledTimes(1);
    expect(scene.server.requests).toHaveLength(alone);
    expect(new Set(all.map(({ layout }) => layout)).size).toBe(1);
  });

  it('lets one of several leave, and goes on for the others', async () => {
    service = scene.service({ maximumAge: 60_000 });
    await layOut(files(CHART));
    let proceed: () => void = () => {};
    const proceeding = new Promise<void>(resolve => {
      proceed = resolve;
    });
    const select = jest.fn(async () => {
      await proceeding;
      return { paths: [VALUES], found: undefined };
    });
    const selection = { key: 'slow', select };
    const controller = new AbortController();
    const left = service.layOut(
      { repository: url, revision: 'main' },
      selection,
      { signal: controller.signal },
    );
    const staying = layOut(selection);
    // Nothing is asked of anybody before they wait for the selection.
    await new Promise(setImmediate);
    controller.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    proceed();
    expect((await staying).layout.read(VALUES).toString()).toBe('first\n');
    expect(select).toHaveBeenCalledTimes(1);
  });

  it('believes the remote for a while, unless it is told to look again', async () => {
    service = scene.service({ maximumAge: 60_000 });
    await layOut();
    repository.commit({ [VALUES]: 'second\n' });
    const asked = scene.server.requests.length;
    expect((await layOut()).layout.read(VALUES).toString()).toBe('first\n');
    expect(scene.server.requests).toHaveLength(asked);

    service.refresh(url);
    expect((await layOut()).layout.read(VALUES).toString()).toBe('second\n');
  });

  it('shares one store between all that it is asked about a repository', async () => {
    await layOut(files(VALUES));
    scene.server.requests.length = 0;
    // The same repository by another name: its trees are there already.
    await service.layOut(
      { repository: `${url}/`, revision: 'main' },
      files(VALUES),
    );
    expect(scene.server.requests.length).toBeLessThanOrEqual(2);
  });

  it('shares it between the URLs of a repository, each of which its layouts keep', async () => {
    await layOut(files(VALUES));
    scene.server.requests.length = 0;
    const other = url.replace(/\.git$/, '');
    const { layout } = await service.layOut(
      { repository: other, revision: 'main' },
      files(VALUES),
    );
    expect(layout.repository).toBe(other);
    expect(scene.server.requests.length).toBeLessThanOrEqual(2);
  });

  it('reads several revisions side by side', async () => {
    const first = repository.head('main')!;
    repository.git(['tag', 'v1.0.0', first]);
    repository.commit({ [VALUES]: 'second\n' });
    repository.commit({ [VALUES]: 'other\n', [CHART]: 'name: x\n' }, 'other');
    const read = await Promise.all(
      ['main', 'other', '1.x', first, 'HEAD'].map(async revision => {
        const { layout } = await layOut(files(VALUES), revision);
        return [layout.read(VALUES).toString(), layout.branch, layout.tag];
      }),
    );
    expect(read).toEqual([
      ['second\n', 'main', undefined],
      ['other\n', 'other', undefined],
      ['first\n', undefined, 'v1.0.0'],
      ['first\n', undefined, undefined],
      ['second\n', 'main', undefined],
    ]);
  });

  it('gives up the repository that nobody used for longest when there is too much, and reads it again', async () => {
    const cacheDirectory = scene.freshPath('cache');
    // Less than any store takes: no more than the one in use is kept.
    service = scene.service({ cacheDirectory, cacheLimit: 1 });
    const other = scene.repository();
    other.repository.commit({ [VALUES]: 'other\n' });
    await layOut();
    await service.layOut(
      { repository: other.url, revision: 'main' },
      files(VALUES),
    );
    const stores = () => readdir(join(cacheDirectory, 'repositories'));
    while ((await stores()).length > 0) {
      await setTimeout(20);
    }
    const { layout } = await layOut(files(CHART));
    expect(layout.read(CHART).toString()).toBe('name: agents\n');
    expect(scene.logger.warn).not.toHaveBeenCalled();
  });

  it('ends its work on a layout when the last who wanted it has left', async () => {
    scene.server.stallsPacks = true;
    try {
      const controller = new AbortController();
      const left = service.layOut(
        { repository: url, revision: 'main' },
        files(VALUES),
        { signal: controller.signal },
      );
      const { stalled } = scene.server;
      while (stalled.begun === 0) {
        await setTimeout(20);
      }
      controller.abort(new Error('gone'));
      await expect(left).rejects.toThrow('gone');
      while (stalled.givenUp === 0) {
        await setTimeout(20);
      }
    } finally {
      scene.server.stallsPacks = false;
    }
    expect((await layOut()).layout.read(VALUES).toString()).toBe('first\n');
  });

  it('goes on when its whole cache is swept away', async () => {
    const cacheDirectory = scene.freshPath('cache');
    service = scene.service({ cacheDirectory });
    await layOut(files(VALUES));
    await rm(cacheDirectory, { recursive: true });
    const { layout } = await layOut(files(CHART));
    expect(layout.read(CHART).toString()).toBe('name: agents\n');
  });

  it('publishes a change, and tells where the branch is', async () => {
    const branch = 'progressive-delivery/agents';
    expect(await service.remoteHead(url, branch)).toBeUndefined();
    const { commit } = await service.publish({
      repository: url,
      branch,
      base: { commit: repository.head('main')! },
      expectedHead: undefined,
      files: new Map([[VALUES, 'second\n']]),
      message: () => 'Change a value',
      author: { name: 'Backstage', email: 'backstage@example.com' },
    });
    expect(await service.remoteHead(url, branch)).toBe(commit);
    expect((await layOut(files(VALUES), branch)).layout).toMatchObject({
      commit,
      branch,
    });
  });
});
