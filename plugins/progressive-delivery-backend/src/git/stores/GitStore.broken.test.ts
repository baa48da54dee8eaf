import {
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { BareRepository } from '../__testUtils__/BareRepository';
import { GitScene } from '../__testUtils__/GitScene';
import { GitStore } from './GitStore';

const VALUES = 'apps/agents/values.yaml';
const REF = 'refs/progressive-delivery/branches/main';

const all = { recursive: true, force: true };

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('GitStore, with a store that is broken', () => {
  let scene: GitScene;
  let repository: BareRepository;
  let url: string;
  let directory: string;
  let store: GitStore;

  const inStore = (...path: string[]) => join(directory, ...path);
  const text = async (revision: string) => {
    const { tree } = await store.tree(revision);
    return String((await tree.read([VALUES])).get(VALUES));
  };
  const packs = async (extension = '.pack') => {
    const names = await readdir(inStore('objects', 'pack'));
    const found = names.filter(name => name.endsWith(extension));
    expect(found).not.toEqual([]);
    return found.map(name => inStore('objects', 'pack', name));
  };
  /** Git writes its files so that nobody may write them again. */
  const replace = async (file: string, content: string | Buffer) => {
    await rm(file, { force: true });
    await writeFile(file, content);
  };
  /** Turns all bits of one byte in the middle of each pack. */
  const damagePacks = async () => {
    for (const pack of await packs()) {
      const content = await readFile(pack);
      content[Math.floor(content.length / 2)] ^= 0xff;
      await replace(pack, content);
    }
  };
  const cutPacks = async () => {
    for (const pack of await packs()) {
      const { size } = await stat(pack);
      await truncate(pack, Math.floor(size / 2)).catch(async () => {
        await replace(pack, (await readFile(pack)).subarray(0, size / 2));
      });
    }
  };

  beforeAll(async () => {
    scene = await GitScene.create();
  });

  beforeEach(async () => {
    ({ repository, url } = scene.repository());
    directory = scene.freshPath('store');
    store = scene.store(url, directory);
    scene.logger.warn.mockClear();
    repository.commit({ [VALUES]: 'first', other: 'other' });
  });

  afterAll(() => scene.end());

  it.each<[string, () => Promise<unknown>]>([
    ['whose packs are cut off in the middle', cutPacks],
    [
      'whose packs are empty',
      async () => {
        for (const pack of await packs()) {
          await replace(pack, '');
        }
      },
    ],
    ['whose packs are damaged', damagePacks],
    [
      'whose packs have lost their lists',
      async () => {
        for (const index of await packs('.idx')) {
          await rm(index);
        }
      },
    ],
    [
      'that holds garbage for a configuration',
      () => writeFile(inStore('config'), '[broken'),
    ],
    ['that has no objects', () => rm(inStore('objects'), all)],
    [
      'of which there is no more than its beginning',
      async () => {
        await rm(directory, all);
        await mkdir(directory);
        await writeFile(inStore('HEAD'), 'ref: refs/heads/main\n');
      },
    ],
    ['whose HEAD is empty', () => writeFile(inStore('HEAD'), '')],
    [
      'in which a backend was killed while it moved a branch',
      () => writeFile(inStore(`${REF}.lock`), ''),
    ],
    [
      'whose ref was cut off when the machine went down',
      () => writeFile(inStore(REF), ''),
    ],
    [
      'whose ref leads nowhere',
      () => writeFile(inStore(REF), `${'d'.repeat(40)}\n`),
    ],
    [
      'whose depth is garbage',
      () => writeFile(inStore('shallow'), 'garbage\n'),
    ],
  ])('makes one anew %s, and says so', async (_, damage) => {
    const { tree } = await store.tree('main');
    await tree.read([VALUES]);
    await damage();

    repository.commit({ [VALUES]: 'second' });
    expect(await text('main')).toBe('second');
    // What was found before can still be read.
    expect(String((await tree.read([VALUES])).get(VALUES))).toBe('first');
    expect(scene.logger.warn).toHaveBeenCalledTimes(1);
    expect(scene.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(
        `The local copy of ${url} is broken and is fetched again`,
      ),
    );
  });

  it.each<[string, () => Promise<unknown>]>([
    ['that is not there any more', () => rm(directory, all)],
    ['whose ref is gone', () => rm(inStore(REF))],
    ['with the lock of an index', () => writeFile(inStore('index.lock'), '')],
    [
      'with the beginning of a pack',
      () => writeFile(inStore('objects/pack/tmp_pack_abcdef'), 'PACK'),
    ],
    [
      'whose depth was forgotten',
      async () => {
        await rm(inStore('shallow'));
      },
    ],
  ])('goes on with one %s, without a word', async (_, damage) => {
    const { tree } = await store.tree('main');
    await damage();
    expect(String((await tree.read([VALUES])).get(VALUES))).toBe('first');
    repository.commit({ [VALUES]: 'second' });
    expect(await text('main')).toBe('second');
    expect(scene.logger.warn).not.toHaveBeenCalled();
  });

  it('makes one anew where a file that was read before is damaged, and hands on no other bytes', async () => {
    const { tree } = await store.tree('main');
    await tree.read([VALUES]);
    for (const each of await packs()) {
      const { size } = await stat(each);
      // All but the header and the checksum behind, which git looks at first.
      const content = await readFile(each);
      content.fill(0x55, 12, size - 20);
      await replace(each, content);
    }
    expect(String((await tree.read([VALUES])).get(VALUES))).toBe('first');
    expect(scene.logger.warn).toHaveBeenCalledTimes(1);
  });

  it('is made anew once for all who read it at that moment', async () => {
    const { tree } = await store.tree('main');
    await tree.read([VALUES]);
    await cutPacks();
    const read = await Promise.all(
      Array.from({ length: 10 }, () => tree.read([VALUES, 'other'])),
    );
    for (const contents of read) {
      expect(Array.from(contents.values(), String)).toEqual(['first', 'other']);
    }
    expect(scene.logger.warn).toHaveBeenCalledTimes(1);
  });
});
