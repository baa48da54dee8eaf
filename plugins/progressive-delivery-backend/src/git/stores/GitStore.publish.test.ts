import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BareRepository } from '../__testUtils__/BareRepository';
import { GitScene } from '../__testUtils__/GitScene';
import { GitStore } from './GitStore';
import { Publication } from './publishCommit';

const VALUES = 'apps/agents/values.yaml';

const all = { recursive: true, force: true };

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('GitStore publishes, with a real Git host', () => {
  let scene: GitScene;
  let repository: BareRepository;
  let url: string;
  let store: GitStore;
  let base: string;
  /** Each test has its own. */
  let branch: string;
  let branches = 0;

  const publish = (options: Partial<Publication> = {}, by = store) =>
    by.publish({
      branch,
      base: { commit: base },
      expectedHead: undefined,
      files: new Map([[VALUES, 'enabled: true\n']]),
      message: () => 'Switch agents to a canary\n\nAs it was previewed.\n',
      author: { name: 'Backstage', email: 'backstage@example.com' },
      ...options,
    });
  const changes = (from: string, to: string) =>
    repository
      .git(['diff-tree', '-r', '--no-renames', from, to])
      .split('\n')
      .map(line => line.replace(/ [0-9a-f]{40} [0-9a-f]{40}/, ''));

  beforeAll(async () => {
    scene = await GitScene.create();
    ({ repository, url } = scene.repository());
    store = scene.store(url);
    base = repository.commit({
      [VALUES]: 'enabled: false\n',
      'apps/agents/run.sh': { executable: 'echo\n' },
      'apps/link': { link: 'agents' },
      'vendor/sub': { submodule: '1'.repeat(40) },
      README: 'read me\n',
    });
  });

  beforeEach(() => {
    branch = `progressive-delivery/agents-${branches++}`;
    scene.logger.warn.mockClear();
  });

  afterAll(() => scene.end());

  it('a new branch with one changed file, and everything else the same', async () => {
    const main = repository.head('main');
    const { commit } = await publish();
    expect(repository.head(branch)).toBe(commit);
    expect(repository.head('main')).toBe(main);
    expect(changes(base, commit)).toEqual([`:100644 100644 M\t${VALUES}`]);
    expect(repository.git(['show', `${commit}:${VALUES}`])).toBe(
      'enabled: true',
    );
    // One commit on the base, by the author that is given.
    const format = '--format=%P%n%an <%ae>%n%cn <%ce>%n%B';
    expect(repository.git(['show', '--no-patch', format, commit])).toBe(
      [
        base,
        'Backstage <backstage@example.com>',
        'Backstage <backstage@example.com>',
        'Switch agents to a canary',
        '',
        'As it was previewed.',
      ].join('\n'),
    );
  });

  it('each byte of a text, and the mode that the file has', async () => {
    const text = 'größe: "1"\r\nlast line without an end';
    const { commit } = await publish({
      files: new Map([['apps/agents/run.sh', text]]),
    });
    expect(changes(base, commit)).toEqual([
      ':100755 100755 M\tapps/agents/run.sh',
    ]);
    const size = repository.git([
      'cat-file',
      '-s',
      `${commit}:apps/agents/run.sh`,
    ]);
    expect(Number(size)).toBe(Buffer.byteLength(text));
    expect(repository.git(['show', `${commit}:apps/agents/run.sh`])).toBe(text);
  });

  it('without fetching what it does not change, also when main has moved on', async () => {
    const directory = scene.freshPath('store');
    const own = scene.store(url, directory);
    const { tree } = await own.tree(base);
    await tree.read([VALUES]);
    repository.commit({ README: 'main went on\n' });

    const { commit } = await publish({}, own);
    expect(changes(base, commit)).toEqual([`:100644 100644 M\t${VALUES}`]);
    const local = repository.git([
      ...['--git-dir', directory, 'cat-file'],
      ...['--batch-all-objects', '--batch-check'],
    ]);
    const blobs = local.split('\n').filter(line => line.includes(' blob '));
    expect(blobs.map(line => line.split(' ')[0]).sort()).toEqual(
      [base, commit]
        .map(at => repository.git(['rev-parse', `${at}:${VALUES}`]))
        .sort(),
    );
  });

  it('files that the base does not have, beside those that it has', async () => {
    const file = 'apps/agents/new/helper.tpl';
    const { commit } = await publish({
      files: new Map([
        [VALUES, 'enabled: true\n'],
        [file, 'text\n'],
      ]),
      added: new Set([file]),
    });
    expect(changes(base, commit)).toEqual([
      `:000000 100644 A\t${file}`,
      `:100644 100644 M\t${VALUES}`,
    ]);
  });

  it('on top of its branch, so that the next reader sees it', async () => {
    const first = await publish();
    const second = await publish({
      expectedHead: first.commit,
      files: new Map([[VALUES, 'enabled: maybe\n']]),
    });
    expect(repository.head(branch)).toBe(second.commit);
    const { tree } = await store.tree(branch);
    expect(tree.commit).toBe(second.commit);
    expect(String((await tree.read([VALUES])).get(VALUES))).toBe(
      'enabled: maybe\n',
    );
  });

  it.each<[string, (directory: string) => Promise<unknown>]>([
    ['is gone', directory => rm(directory, all)],
    ['is broken', directory => rm(join(directory, 'objects'), all)],
  ])('also where the local copy %s since the preview', async (_, damage) => {
    const directory = scene.freshPath('store');
    const own = scene.store(url, directory);
    await own.tree(base);
    await damage(directory);
    const { commit } = await publish({}, own);
    expect(changes(base, commit)).toEqual([`:100644 100644 M\t${VALUES}`]);
  });

  describe('nothing', () => {
    afterEach(() => repository.withoutHooks());

    it.each<[string, () => Partial<Publication>]>([
      [
        'where a branch stands that must not exist yet',
        () => {
          repository.commit({ [VALUES]: 'other\n' }, branch);
          return {};
        },
      ],
      [
        'where the branch has moved',
        () => {
          const expectedHead = repository.commit({ a: 'a' }, branch);
          repository.commit({ b: 'b' }, branch);
          return { expectedHead };
        },
      ],
      ['where the branch is gone', () => ({ expectedHead: base })],
    ])('%s', async (_, arrange) => {
      const options = arrange();
      const before = repository.head(branch);
      await expect(publish(options)).rejects.toThrow(
        expect.objectContaining({
          name: 'PushRefusedError',
          because: 'branchMoved',
        }),
      );
      expect(repository.head(branch)).toBe(before);
    });

    it('where somebody is writing the same branch at that moment', async () => {
      // What the host says then looks like a broken store of our own.
      repository.hook(
        'pre-receive',
        `mkdir -p refs/heads/progressive-delivery; : >refs/heads/${branch}.lock`,
      );
      await expect(publish()).rejects.toThrow(
        expect.objectContaining({ because: 'branchMoved' }),
      );
      expect(scene.logger.warn).not.toHaveBeenCalled();
    });

    it('where the host declines, and hands on what it says', async () => {
      repository.hook(
        'pre-receive',
        'echo "GitLab: You are not allowed to push this branch: corrupt" >&2; exit 1',
      );
      await expect(publish()).rejects.toThrow(
        expect.objectContaining({
          because: 'rule',
          said: expect.stringMatching(
            /You are not allowed to push this branch.*pre-receive hook declined/,
          ),
        }),
      );
      expect(repository.head(branch)).toBeUndefined();
      expect(scene.logger.warn).not.toHaveBeenCalled();
    });

    it('where the host declines at great length', async () => {
      repository.hook(
        'update',
        'head -c 3000 /dev/zero | tr "\\\\0" x >&2; echo >&2; exit 1',
      );
      await expect(publish()).rejects.toThrow(
        expect.objectContaining({ because: 'rule' }),
      );
    });

    it('where the host takes no pushes at all', async () => {
      const closed = scene.repository();
      const commit = closed.repository.commit({ [VALUES]: 'text' });
      closed.repository.git(['config', 'http.receivepack', 'false']);
      await expect(
        publish({ base: { commit } }, scene.store(closed.url)),
      ).rejects.toThrow(expect.objectContaining({ because: 'forbidden' }));
    });

    it('for what is no file at the base: nothing, a link, a submodule', async () => {
      for (const path of ['apps/none.yaml', 'apps/link', 'vendor/sub']) {
        await expect(
          publish({ files: new Map([[path, 'text']]) }),
        ).rejects.toThrow(
          expect.objectContaining({
            name: 'ConflictError',
            message: `${path} is not a file at ${base.slice(0, 8)} of ${url}`,
          }),
        );
      }
      expect(repository.head(branch)).toBeUndefined();
    });

    it('for what is to be added, and is there already', async () => {
      for (const path of [VALUES, 'apps/link', 'vendor/sub']) {
        await expect(
          publish({
            files: new Map([[path, 'text']]),
            added: new Set([path]),
          }),
        ).rejects.toThrow(
          `${path} is there already at ${base.slice(0, 8)} of ${url}`,
        );
      }
      expect(repository.head(branch)).toBeUndefined();
    });

    it('on a base that the repository does not have', async () => {
      await expect(
        publish({ base: { commit: 'd'.repeat(40) } }),
      ).rejects.toThrow('does not have that commit');
    });

    it('to what is no name of a branch', async () => {
      await expect(publish({ branch: '--all' })).rejects.toThrow(
        '"--all" is not the name of a branch',
      );
    });
  });
});
