import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BareRepository } from './__testUtils__/BareRepository';
import { GitScene } from './__testUtils__/GitScene';
import { GitStore, Publication } from './GitStore';

const VALUES = 'apps/agents/values.yaml';
const BRANCH = 'progressive-delivery/agents';

const all = { recursive: true, force: true };

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('GitStore publishes, with a real Git host', () => {
  let scene: GitScene;
  let repository: BareRepository;
  let url: string;
  let directory: string;
  let store: GitStore;
  let base: string;

  const publish = (options: Partial<Publication> = {}) =>
    store.publish({
      branch: BRANCH,
      base: { commit: base },
      expectedHead: undefined,
      files: new Map([[VALUES, 'enabled: true\n']]),
      message: 'Switch agents to a canary\n\nAs it was previewed.\n',
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
  });

  beforeEach(() => {
    ({ repository, url } = scene.repository());
    directory = scene.freshPath('store');
    store = scene.store(url, directory);
    scene.logger.warn.mockClear();
    base = repository.commit({
      [VALUES]: 'enabled: false\n',
      'apps/agents/run.sh': { executable: 'echo\n' },
      'apps/link': { link: 'agents' },
      'vendor/sub': { submodule: '1'.repeat(40) },
      README: 'read me\n',
    });
  });

  afterAll(() => scene.end());

  it('a new branch with one changed file, and everything else the same', async () => {
    const { commit } = await publish();
    expect(repository.head(BRANCH)).toBe(commit);
    expect(repository.head('main')).toBe(base);
    expect(changes(base, commit)).toEqual([`:100644 100644 M\t${VALUES}`]);
    expect(repository.git(['show', `${commit}:${VALUES}`])).toBe(
      'enabled: true',
    );
  });

  it('as one commit on the base, by the author that is given', async () => {
    const { commit } = await publish();
    expect(
      repository.git([
        'show',
        '--no-patch',
        '--format=%P%n%an <%ae>%n%cn <%ce>%n%B',
        commit,
      ]),
    ).toBe(
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
    const { tree } = await store.tree(base);
    await tree.read([VALUES]);
    repository.commit({ README: 'main went on\n' });

    const { commit } = await publish();
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

  it('on top of its branch, where that is where it was expected', async () => {
    const first = await publish();
    const second = await publish({
      expectedHead: first.commit,
      files: new Map([[VALUES, 'enabled: maybe\n']]),
    });
    expect(repository.head(BRANCH)).toBe(second.commit);
    expect(changes(base, second.commit)).toEqual([
      `:100644 100644 M\t${VALUES}`,
    ]);
  });

  it('so that the next reader of the branch sees it', async () => {
    const { commit } = await publish();
    const { tree } = await store.tree(BRANCH);
    expect(tree.commit).toBe(commit);
    expect(String((await tree.read([VALUES])).get(VALUES))).toBe(
      'enabled: true\n',
    );
  });

  it.each<[string, () => Promise<unknown>]>([
    ['is gone', () => rm(directory, all)],
    ['is broken', () => rm(join(directory, 'objects'), all)],
  ])('also where the local copy %s since the preview', async (_, damage) => {
    await store.tree('main');
    await damage();
    const { commit } = await publish();
    expect(changes(base, commit)).toEqual([`:100644 100644 M\t${VALUES}`]);
  });

  describe('nothing', () => {
    const conflict = `Branch ${BRANCH} of`;

    it.each<[string, () => Partial<Publication>]>([
      [
        'where a branch stands that must not exist yet',
        () => {
          repository.commit({ [VALUES]: 'other\n' }, BRANCH);
          return {};
        },
      ],
      [
        'where the branch has moved',
        () => {
          const expectedHead = repository.commit({ a: 'a' }, BRANCH);
          repository.commit({ b: 'b' }, BRANCH);
          return { expectedHead };
        },
      ],
      [
        'where the branch is gone',
        () => ({ expectedHead: repository.commit({ a: 'a' }, 'other') }),
      ],
    ])('%s', async (_, arrange) => {
      const options = arrange();
      const before = repository.head(BRANCH);
      await expect(publish(options)).rejects.toThrow(
        expect.objectContaining({
          name: 'ConflictError',
          message: expect.stringContaining(conflict),
        }),
      );
      expect(repository.head(BRANCH)).toBe(before);
    });

    it('where somebody is writing the same branch at that moment', async () => {
      // What the host says then looks like a broken store of our own.
      repository.hook(
        'pre-receive',
        `mkdir -p refs/heads/progressive-delivery; : >refs/heads/${BRANCH}.lock`,
      );
      await expect(publish()).rejects.toThrow(
        expect.objectContaining({ name: 'ConflictError' }),
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
          name: 'NotAllowedError',
          message: expect.stringMatching(
            /does not let us push branch .*You are not allowed to push this branch.*pre-receive hook declined/,
          ),
        }),
      );
      expect(repository.head(BRANCH)).toBeUndefined();
      expect(scene.logger.warn).not.toHaveBeenCalled();
    });

    it('where the host declines at great length', async () => {
      repository.hook(
        'update',
        'head -c 3000 /dev/zero | tr "\\\\0" x >&2; echo >&2; exit 1',
      );
      await expect(publish()).rejects.toThrow(
        expect.objectContaining({ name: 'NotAllowedError' }),
      );
    });

    it('where the host takes no pushes at all', async () => {
      repository.git(['config', 'http.receivepack', 'false']);
      await expect(publish()).rejects.toThrow(
        expect.objectContaining({ name: 'NotAllowedError' }),
      );
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
      expect(repository.head(BRANCH)).toBeUndefined();
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
