import {
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Entry, treeOf } from '../__testUtils__/treeOf';
import { Layout } from './Layout';

const repository = 'https://git.example.com/platform/gitops.git';

const layoutOf = (files: Record<string, Entry>, paths = Object.keys(files)) =>
  Layout.create({ repository, branch: 'main', tree: treeOf(files), paths });

describe('Layout', () => {
  let directory: string;

  const write = async (files: Record<string, Entry>) =>
    (await layoutOf(files)).writeTo(directory);
  const text = (path: string) => readFile(join(directory, path), 'utf8');

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'layout-'));
  });

  afterEach(() => rm(directory, { recursive: true }));

  describe('holds', () => {
    it('the files that are asked for, each once', async () => {
      const layout = await layoutOf({ a: 'one', 'b/c': 'größe', d: 'no' }, [
        'b/c',
        'a',
        'b/c',
      ]);
      expect(Array.from(layout.files.keys())).toEqual(['a', 'b/c']);
      expect(layout.size).toBe(3 + 7);
      expect(layout.read('b/c').toString()).toBe('größe');
      expect(() => layout.read('d')).toThrow(
        `d does not exist in ${repository}`,
      );
    });

    it('an empty file', async () => {
      expect((await layoutOf({ a: '' })).read('a')).toHaveLength(0);
    });

    it('no file that is not there', async () => {
      await expect(layoutOf({ a: '' }, ['b'])).rejects.toThrow(
        expect.objectContaining({ name: 'NotFoundError' }),
      );
    });

    it.each([
      `${'a'.repeat(256)}`,
      `app/${'ö'.repeat(128)}/a`,
      'a/'.repeat(2_000).concat('a'),
    ])('no name that is too long for a file system', async path => {
      await expect(layoutOf({ [path]: '' })).rejects.toThrow(
        /Cannot preview: The path ".{1,110}…" of the repository is longer than file systems allow/,
      );
      expect((await layoutOf({ ['a'.repeat(255)]: '' })).files.size).toBe(1);
    });

    it('no submodule', async () => {
      await expect(
        layoutOf({ 'vendor/sub': { submodule: true } }),
      ).rejects.toThrow(
        `Cannot preview: vendor/sub of ${repository} is a submodule`,
      );
    });

    it('no more files than are rendered, and no larger ones', async () => {
      const many = Array.from({ length: 5001 }, (_, index) => [`${index}`, '']);
      await expect(layoutOf(Object.fromEntries(many))).rejects.toThrow(
        'needs more than 5,000 files',
      );
      const large = Buffer.alloc(24 * 1024 * 1024);
      await expect(layoutOf({ a: large, b: large, c: 'x' })).rejects.toThrow(
        'are 50,331,649 bytes; at most 50,331,648 are rendered',
      );
      expect((await layoutOf({ a: large, b: large })).size).toBe(50331648);
    });

    it.each([
      '../a',
      'a/../../b',
      '/etc/passwd',
      'a//b',
      './a',
      '.git/config',
      'sub/.GIT/config',
      'a\\b',
      'a\0b',
    ])('no path such as %j, which only a hostile tree has', async path => {
      await expect(layoutOf({ [path]: 'evil' })).rejects.toThrow(
        'Cannot preview: The repository holds a path that no file may have',
      );
    });

    it.each<[string, Entry]>([
      ['a file', 'text'],
      ['a link', { link: '/tmp' }],
    ])('nothing below %s, which only a hostile tree has', async (_, entry) => {
      await expect(
        layoutOf({ 'a/b': entry, 'a/b/c/d': { link: 'evil' } }),
      ).rejects.toThrow('holds a path that no file may have: "a/b/c/d"');
    });
  });

  describe('has a digest', () => {
    const files = { a: 'one', 'b/c': 'two' };
    const digest = async (changed: Record<string, Entry>, paths?: string[]) =>
      (await layoutOf({ ...files, ...changed }, paths)).digest;

    it('that is the same for the same files, whatever else there is', async () => {
      const same = await digest({});
      expect(same).toMatch(/^[0-9a-f]{64}$/);
      expect(await digest({ d: 'other' }, ['b/c', 'a'])).toBe(same);
    });

    it.each<[string, Record<string, Entry>, string[]]>([
      ['another text', { a: 'changed' }, ['a', 'b/c']],
      ['another mode', { a: { executable: 'one' } }, ['a', 'b/c']],
      ['a link to the same', { a: { link: 'one' } }, ['a', 'b/c']],
      ['another name', { d: 'one' }, ['d', 'b/c']],
      ['a file more', { d: '' }, ['a', 'b/c', 'd']],
      ['a file less', {}, ['a']],
    ])('that differs for %s', async (_, changed, paths) => {
      expect(await digest(changed, paths)).not.toBe(await digest({}));
    });
  });

  describe('writes', () => {
    it('files with their modes, and links', async () => {
      await write({
        'a/b/values.yaml': 'x: größe\n',
        'a/run.sh': { executable: 'echo\n' },
        'c/link': { link: '../a/b/values.yaml' },
        'c/folder': { link: '../a' },
      });
      expect(await text('a/b/values.yaml')).toBe('x: größe\n');
      const { mode } = await stat(join(directory, 'a/run.sh'));
      expect(mode % 0o1000).toBe(0o755);
      expect(await readlink(join(directory, 'c/link'))).toBe(
        '../a/b/values.yaml',
      );
      expect(await text('c/folder/b/values.yaml')).toBe('x: größe\n');
    });

    it('the edited texts in place of some, and leaves Git’s as they are', async () => {
      const layout = await layoutOf({ a: 'one', b: 'two', c: 'three' });
      await layout.writeTo(
        directory,
        new Map([
          ['a', 'edited'],
          ['b', ''],
        ]),
      );
      expect(await text('a')).toBe('edited');
      expect(await text('b')).toBe('');
      expect(await text('c')).toBe('three');
      expect(layout.read('a').toString()).toBe('one');
    });

    it('over nothing that is there', async () => {
      await write({ a: 'one' });
      await expect(write({ a: 'two' })).rejects.toThrow('EEXIST');
      expect(await text('a')).toBe('one');
    });

    it.each<[string, Record<string, Entry>, string]>([
      ['an absolute one', { link: { link: '/etc/passwd' } }, 'link'],
      ['one upwards', { 'a/link': { link: '../../etc' } }, 'a/link'],
      ['one to nothing', { link: { link: 'nothing' } }, 'link'],
      ['one to itself', { link: { link: 'link' } }, 'link'],
      ['one to .', { link: { link: '.' } }, 'link'],
      [
        'one through another',
        {
          'a/b/up': { link: '..' },
          'a/b/text': '',
          link: { link: 'a/b/up/../..' },
        },
        'link',
      ],
    ])('no link that leaves: %s', async (_, files, link) => {
      await expect(write(files)).rejects.toThrow(
        expect.objectContaining({
          name: 'InputError',
          message: `Cannot preview: The symbolic link ${link} leads out of what the overlay may read`,
        }),
      );
    });

    it('nothing beside its directory', async () => {
      const inside = join(directory, 'inside');
      const layout = await layoutOf({ a: 'one', link: { link: '../beside' } });
      await expect(layout.writeTo(inside)).rejects.toThrow('symbolic link');
      expect(await readdir(directory)).toEqual(['inside']);
    });
  });
});
