import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { BareRepository } from '../__testUtils__/BareRepository';
import { GitScene } from '../__testUtils__/GitScene';
import { GitStore } from './GitStore';

const VALUES = 'apps/agents/values.yaml';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('GitStore, when nobody wants its answer any more', () => {
  let scene: GitScene;
  let repository: BareRepository;
  let url: string;
  let directory: string;
  let store: GitStore;

  /** Names of the files in the store that git leaves when it is killed. */
  const leftovers = async () =>
    (await readdir(directory, { recursive: true })).filter(name =>
      /\.lock$|\.keep$|\/tmp_/.test(name),
    );
  const processes = () =>
    execFileSync('ps', ['-A', '-ww', '-o', 'args'], { encoding: 'utf8' })
      .split('\n')
      .filter(line => line.includes(directory) || line.includes(url));
  const until = async (holds: () => boolean | Promise<boolean>) => {
    while (!(await holds())) {
      await setTimeout(20);
    }
  };

  beforeAll(async () => {
    scene = await GitScene.create();
  });

  beforeEach(() => {
    ({ repository, url } = scene.repository());
    directory = scene.freshPath('store');
    store = scene.store(url, directory);
    scene.logger.warn.mockClear();
    scene.server.stallsPacks = false;
    repository.commit({
      [VALUES]: 'text',
      [`other-${randomBytes(100).toString('hex')}`]: 'other',
    });
  });

  afterAll(() => scene.end());

  it('ends git and all that it started, and leaves nothing in the way of the next', async () => {
    scene.server.stallsPacks = true;
    const controller = new AbortController();
    const left = store.tree('main', { signal: controller.signal });
    left.catch(() => {});
    await until(async () => (await leftovers().catch(() => [])).length > 0);
    expect(processes().length).toBeGreaterThan(1);

    controller.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    await until(() => scene.server.stalled.givenUp > 0);
    await until(() => processes().length === 0);
    await until(async () => (await leftovers()).length === 0);

    scene.server.stallsPacks = false;
    const { tree } = await store.tree('main');
    expect(String((await tree.read([VALUES])).get(VALUES))).toBe('text');
    expect(scene.logger.warn).not.toHaveBeenCalled();
  });

  it('goes on for the others who want it', async () => {
    scene.server.stallsPacks = true;
    const controllers = [new AbortController(), new AbortController()];
    const both = controllers.map(({ signal }) =>
      store.tree('main', { signal }),
    );
    both.forEach(each => each.catch(() => {}));
    await until(async () => (await leftovers().catch(() => [])).length > 0);
    controllers[0].abort(new Error('first gone'));
    await expect(both[0]).rejects.toThrow('first gone');
    expect(processes().length).toBeGreaterThan(1);
    controllers[1].abort(new Error('second gone'));
    await expect(both[1]).rejects.toThrow('second gone');
    await until(() => processes().length === 0);
  });

  it('ends git while it reads files', async () => {
    const { tree } = await store.tree('main');
    scene.server.stallsPacks = true;
    const controller = new AbortController();
    const left = tree.read([VALUES], { signal: controller.signal });
    left.catch(() => {});
    await until(() => processes().length > 1);
    controller.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    await until(() => processes().length === 0);
    scene.server.stallsPacks = false;
    expect(String((await tree.read([VALUES])).get(VALUES))).toBe('text');
    expect(scene.logger.warn).not.toHaveBeenCalled();
  });

  it('starts nothing for who has left before', async () => {
    const signal = AbortSignal.abort(new Error('gone'));
    scene.server.requests.length = 0;
    await expect(store.tree('main', { signal })).rejects.toThrow('gone');
    expect(scene.server.requests).toEqual([]);
  });

  it('goes on when git is killed by somebody else in the middle', async () => {
    scene.server.stallsPacks = true;
    const killed = store.tree('main');
    killed.catch(() => {});
    await until(async () => (await leftovers().catch(() => [])).length > 0);
    const pids = execFileSync('ps', ['-A', '-ww', '-o', 'pid,args'], {
      encoding: 'utf8',
    })
      .split('\n')
      .filter(line => line.includes(directory) || line.includes(url))
      .map(line => Number(line.trim().split(' ')[0]));
    scene.server.stallsPacks = false;
    pids.forEach(pid => process.kill(pid, 'SIGKILL'));
    // It is told, or what was half done is done again.
    expect([undefined, 'ServiceUnavailableError']).toContain(
      await killed.then(
        () => undefined,
        (error: Error) => error.name,
      ),
    );
    const { tree } = await store.tree('main');
    expect(String((await tree.read([VALUES])).get(VALUES))).toBe('text');
    expect(await leftovers()).toEqual([]);
  });
});
