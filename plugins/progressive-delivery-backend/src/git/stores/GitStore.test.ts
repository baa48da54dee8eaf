import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BareRepository } from '../__testUtils__/BareRepository';
import { GitScene } from '../__testUtils__/GitScene';
import { GitStore } from './GitStore';

const VALUES = 'apps/agents/values.yaml';

/** Many files in many folders, of nothing that compresses well: bytes tell how much of it was sent. */
const noise = randomBytes(200_000).toString('hex');
const folders = Object.fromEntries(
  Array.from({ length: 400 }, (_, index) => [
    `service-${index}/values-${noise.slice(index * 20, index * 20 + 20)}`,
    noise.slice(index * 1000, index * 1000 + 1000),
  ]),
);

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('GitStore, with a real Git host', () => {
  let scene: GitScene;
  let repository: BareRepository;
  let url: string;
  let directory: string;
  let store: GitStore;

  const git = (...args: string[]) =>
    repository.git(['--git-dir', directory, ...args]);
  const text = async (revision: string, path = VALUES) => {
    const { tree } = await store.tree(revision);
    return String((await tree.read([path])).get(path));
  };
  /** What the host was asked for, and had to send, while something was done. */
  const traffic = async (work: () => Promise<unknown>) => {
    const before = scene.server.requests.length;
    await work();
    const requests = scene.server.requests.slice(before);
    return {
      requests: requests.length,
      bytes: requests.reduce((sum, { answered }) => sum + answered, 0),
    };
  };

  beforeAll(async () => {
    scene = await GitScene.create();
  });

  beforeEach(() => {
    ({ repository, url } = scene.repository());
    directory = scene.freshPath('store');
    store = scene.store(url, directory);
    scene.logger.warn.mockClear();
  });

  afterAll(() => scene.end());

  describe('finds', () => {
    const many = {} as ReturnType<GitScene['repository']> & {
      store: GitStore;
      first: string;
    };

    beforeAll(() => {
      Object.assign(many, scene.repository());
      many.store = scene.store(many.url);
      many.first = many.repository.commit({ [VALUES]: 'first' });
      many.repository.commit({ [VALUES]: 'second' });
      many.repository.commit({ [VALUES]: 'third' }, 'trunk');
      many.repository.commit({ [VALUES]: 'fourth' }, 'same');
      many.repository.git(['symbolic-ref', 'HEAD', 'refs/heads/trunk']);
      many.repository.git(['tag', 'v1', many.first]);
      many.repository.git(['tag', 'same', many.first]);
      many.repository.git(['tag', '-a', '-m', 'Annotated', 'v1.0', many.first]);
      many.repository.commit({ [VALUES]: 'fifth' }, '2.x');
    });

    it.each<[string, () => string, string, string | undefined]>([
      ['a branch', () => 'main', 'second', 'main'],
      ['the default branch, whatever its name', () => 'HEAD', 'third', 'trunk'],
      ['a commit that no branch is at', () => many.first, 'first', undefined],
      ['a tag', () => 'v1', 'first', undefined],
      ['what an annotated tag is for', () => 'v1.0', 'first', undefined],
      ['the branch where a tag has its name', () => 'same', 'fourth', 'same'],
      ['that tag by its full name', () => 'refs/tags/same', 'first', undefined],
      [
        'the highest tag of a range of versions',
        () => '1.x',
        'first',
        undefined,
      ],
      ['one of a range with spaces', () => '>=0.5 <2', 'first', undefined],
      ['a branch that is called as a range is', () => '2.x', 'fifth', '2.x'],
      [
        'a commit in capital letters',
        () => many.first.toUpperCase(),
        'first',
        undefined,
      ],
    ])('%s', async (_, revision, expected, branch) => {
      const found = await many.store.tree(revision());
      const commit = branch ? many.repository.head(branch) : many.first;
      expect(found).toMatchObject({ commit, tree: { commit } });
      expect(found.branch).toBe(branch);
      const contents = await found.tree.read([VALUES]);
      expect(String(contents.get(VALUES))).toBe(expected);
    });

    it('which tag a range stands for, and a newer one when there is one', async () => {
      repository.commit({ [VALUES]: 'first' });
      repository.git(['tag', 'v1.2.0', 'main']);
      repository.git(['tag', 'v1.10.0-rc.1', 'main']);
      expect(await store.tree('^1.2')).toMatchObject({ tag: 'v1.2.0' });
      const commit = repository.commit({ [VALUES]: 'second' });
      repository.git(['tag', '-a', '-m', 'Annotated', 'v1.10.0', commit]);
      const found = await store.tree('^1.2');
      expect(found).toMatchObject({ tag: 'v1.10.0', commit });
      expect(found.branch).toBeUndefined();
      await expect(store.tree('>1.10')).rejects.toThrow(
        expect.objectContaining({
          name: 'NotFoundError',
          message: `Git could not be read: Repository ${url} has nothing for the range ">1.10": no tag of it is a version in that range`,
        }),
      );
    });

    it('nothing for the refs of pull requests, of which there are many', async () => {
      const commit = repository.commit({ [VALUES]: 'text' });
      for (let index = 0; index < 50; index++) {
        repository.git(['update-ref', `refs/pull/${index}/head`, commit]);
      }
      await store.tree('main');
      const { bytes } = await traffic(() => store.tree('main'));
      expect(bytes).toBeLessThan(1_000);
    });

    it('where a branch has moved to', async () => {
      repository.commit({ [VALUES]: 'first' });
      expect(await text('main')).toBe('first');
      const commit = repository.commit({ [VALUES]: 'second' });
      expect(await store.tree('main')).toMatchObject({ commit });
      expect(await text('main')).toBe('second');
      // Also where that is no descendant of where it was.
      repository.git(['update-ref', '-d', 'refs/heads/main']);
      repository.commit({ [VALUES]: 'anew' });
      expect(await text('main')).toBe('anew');
    });

    it('a branch whose name begins with that of one that is gone', async () => {
      repository.commit({ [VALUES]: 'old' }, 'release');
      expect(await text('release')).toBe('old');
      repository.git(['update-ref', '-d', 'refs/heads/release']);
      repository.commit({ [VALUES]: 'new' }, 'release/1.0');
      expect(await text('release/1.0')).toBe('new');
    });

    it.each(['v9', 'deadbeef'])('nothing for %s, and says so', async name => {
      await expect(many.store.tree(name)).rejects.toThrow(
        expect.objectContaining({
          name: 'NotFoundError',
          message: `Git could not be read: Repository ${many.url} has no branch or tag "${name}"; commits are named by all 40 digits`,
        }),
      );
    });

    it('nothing for a commit that the repository does not have', async () => {
      await expect(many.store.tree('d'.repeat(40))).rejects.toThrow(
        expect.objectContaining({
          name: 'NotFoundError',
          message: expect.stringContaining('does not have that commit'),
        }),
      );
    });

    it('nothing in an empty repository', async () => {
      await expect(store.tree('HEAD')).rejects.toThrow(
        `Repository ${url} has no default branch: it may be empty`,
      );
    });

    it.each([
      '--upload-pack=evil',
      'main..other',
      'main~1',
      'main^',
      'a b',
      'refs/*',
      'HEAD@{1}',
      'main\n',
      '',
    ])('no revision %j, and asks nobody', async revision => {
      const { requests } = await traffic(() =>
        expect(store.tree(revision)).rejects.toThrow(
          'is not the name of a branch, tag or commit, nor a range of versions',
        ),
      );
      expect(requests).toBe(0);
    });
  });

  it('knows modes, links and submodules, and lists what is below a directory', async () => {
    repository.commit({
      'a/run.sh': { executable: '#!/bin/sh' },
      'a/b/größe.yaml': 'x',
      'a-b/file': 'y',
      'a/link': { link: 'run.sh' },
      sub: { submodule: '1'.repeat(40) },
    });
    const { tree } = await store.tree('main');
    const modes = Array.from(tree.entries, ([path, { mode }]) => [path, mode]);
    expect(Object.fromEntries(modes)).toEqual({
      'a-b/file': '100644',
      'a/b/größe.yaml': '100644',
      'a/link': '120000',
      'a/run.sh': '100755',
      sub: '160000',
    });
    expect(tree.below('a')).toEqual(['a/b/größe.yaml', 'a/link', 'a/run.sh']);
    expect(tree.below('.')).toHaveLength(5);
    expect(tree.below('none')).toEqual([]);
  });

  it('refuses to read what is not there, and submodules', async () => {
    repository.commit({ sub: { submodule: '1'.repeat(40) } });
    const { tree } = await store.tree('main');
    for (const path of ['none', 'sub']) {
      expect(() => tree.read([path])).toThrow(
        `${path} does not exist in ${url}`,
      );
    }
  });

  describe('fetches no more than it needs', () => {
    it('of files those that are read, all at once', async () => {
      repository.commit({ ...folders, [VALUES]: 'values', other: 'other' });
      const { tree } = await store.tree('main');
      const blobs = () =>
        git('cat-file', '--batch-all-objects', '--batch-check')
          .split('\n')
          .filter(line => line.includes(' blob '));
      expect(blobs()).toEqual([]);

      const wanted = [VALUES, 'other', ...Object.keys(folders).slice(0, 10)];
      const first = await traffic(() => tree.read(wanted));
      expect(blobs()).toHaveLength(wanted.length);
      expect(first.requests).toBeLessThanOrEqual(3);

      expect(await traffic(() => tree.read(wanted))).toEqual({
        requests: 0,
        bytes: 0,
      });
    });

    it('into one pack, once it is made compact', async () => {
      const paths = ['a', 'b', 'c'];
      repository.commit(
        Object.fromEntries(paths.map(path => [path, `text of ${path}`])),
      );
      const place = scene.freshPath('store');
      const own = scene.store(url, place);
      const { tree } = await own.tree('main');
      for (const path of paths) {
        await tree.read([path]);
      }
      const packs = () =>
        readdirSync(join(place, 'objects', 'pack')).filter(name =>
          name.endsWith('.pack'),
        );
      expect(packs()).toHaveLength(4);
      await own.compact();
      expect(packs()).toHaveLength(1);
      const texts = await tree.read(paths);
      expect(String(texts.get('b'))).toBe('text of b');
      expect(scene.logger.warn).not.toHaveBeenCalled();
    });

    it('no more, where it is gone before it is made compact', async () => {
      repository.commit({ [VALUES]: 'values' });
      const place = scene.freshPath('store');
      const own = scene.store(url, place);
      await own.tree('main');
      await own.discard();
      await own.compact();
      expect(existsSync(place)).toBe(false);
    });

    it('of files that many want at the same time, all at once', async () => {
      repository.commit({ ...folders, [VALUES]: 'values' });
      const { tree } = await store.tree('main');
      const alone = await traffic(() => tree.read([VALUES]));
      const paths = Object.keys(folders).slice(0, 40);
      const together = await traffic(async () => {
        const read = await Promise.all(paths.map(path => tree.read([path])));
        expect(
          read.map((contents, index) => contents.has(paths[index])),
        ).toEqual(paths.map(() => true));
      });
      // The first has its own, and the others do not wait longer than for that.
      expect(together.requests).toBeLessThanOrEqual(alone.requests * 3);
    });

    it('of a new commit what is new', async () => {
      repository.commit({ ...folders, [VALUES]: 'first' });
      const first = await traffic(() => text('main'));
      repository.commit({ [VALUES]: 'second' });
      const second = await traffic(async () =>
        expect(await text('main')).toBe('second'),
      );
      expect(first.bytes).toBeGreaterThan(20_000);
      expect(second.bytes).toBeLessThan(first.bytes / 5);
      expect(second.requests).toBeLessThanOrEqual(7);
    });

    it('of history nothing', async () => {
      for (let index = 0; index < 5; index++) {
        repository.commit({ [VALUES]: String(index) });
      }
      await store.tree('main');
      expect(git('rev-list', '--all', '--count')).toBe('1');
    });

    it('of a branch that has not moved nothing but where it is', async () => {
      repository.commit({ [VALUES]: 'text' });
      await text('main');
      const { requests } = await traffic(() => text('main'));
      expect(requests).toBeLessThanOrEqual(2);
    });
  });

  it.each<[string, () => void]>([
    [
      'an error of the host',
      () => (scene.server.answerInstead = () => ({ status: 500 })),
    ],
    ['a connection that breaks', () => (scene.server.breaksPacks = true)],
  ])('goes on after %s, with the store that it has', async (_, fail) => {
    const first = repository.commit({ [VALUES]: 'first' });
    await text('main');
    repository.commit({ ...folders, [VALUES]: 'second' });
    fail();
    try {
      await expect(store.tree('main')).rejects.toThrow(
        expect.objectContaining({
          name: 'ServiceUnavailableError',
          message: expect.stringContaining(`${url} could not be reached`),
        }),
      );
    } finally {
      scene.server.answerInstead = undefined;
      scene.server.breaksPacks = false;
    }
    expect(await text('main')).toBe('second');
    expect(git('cat-file', '-t', first)).toBe('commit');
    expect(scene.logger.warn).not.toHaveBeenCalled();
  });

  it('says at which commit a branch is now, or that there is none', async () => {
    const first = repository.commit({ [VALUES]: 'first' });
    expect(await store.remoteHeads(['main', 'other'])).toEqual(
      new Map([['main', first]]),
    );
    const second = repository.commit({ [VALUES]: 'second' });
    expect(await store.remoteHeads(['main'])).toEqual(
      new Map([['main', second]]),
    );
    repository.git(['tag', 'other', second]);
  });

  it('says where the branches are whose names begin in some way', async () => {
    const head = repository.commit({ [VALUES]: 'first' });
    for (const name of ['made/web-on-1', 'made/web-on-2', 'made/web-off-1']) {
      repository.git(['update-ref', `refs/heads/${name}`, head]);
    }
    repository.git(['update-ref', 'refs/heads/x/made/web-on-3', head]);
    const heads = await store.remoteHeads(['main'], ['made/web-on-']);
    expect([...heads.keys()].sort()).toEqual([
      'made/web-on-1',
      'made/web-on-2',
      'main',
    ]);
    await expect(store.remoteHeads([], ['made/*'])).rejects.toThrow('made/*');
  });
});
