import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Entry, treeOf } from '../../git/__testUtils__/treeOf';
import { expandPattern } from './expandPattern';

const FILES = {
  'env/a.yaml': '',
  'env/b.yaml': '',
  'env/b.yml': '',
  'env/b10.yaml': '',
  'env/.hidden.yaml': '',
  'env/eu/a.yaml': '',
  'env/eu/west/a.yaml': '',
  'env/us/a.yaml': '',
  'other/a.yaml': '',
};

const expand = (pattern: string, files: Record<string, Entry> = FILES) =>
  expandPattern(treeOf(files), pattern);

describe('expandPattern', () => {
  it.each([
    [
      'env/*.yaml',
      ['env/.hidden.yaml', 'env/a.yaml', 'env/b.yaml', 'env/b10.yaml'],
    ],
    ['env/?.yaml', ['env/a.yaml', 'env/b.yaml']],
    ['env/[b-z]*.yaml', ['env/b.yaml', 'env/b10.yaml']],
    ['env/[^a.]*.yaml', ['env/b.yaml', 'env/b10.yaml']],
    ['env/[!a.]*.y*ml', ['env/b.yaml', 'env/b.yml', 'env/b10.yaml']],
    ['env/b[0-9a-c]0.yaml', ['env/b10.yaml']],
    ['env/b[1-90]0.yaml', ['env/b10.yaml']],
    ['*/a.yaml', ['env/a.yaml', 'other/a.yaml']],
    ['env/*/a.yaml', ['env/eu/a.yaml', 'env/us/a.yaml']],
    [
      'env/**/a.yaml',
      ['env/a.yaml', 'env/eu/a.yaml', 'env/eu/west/a.yaml', 'env/us/a.yaml'],
    ],
    ['env/{us,eu}/*.yaml', ['env/eu/a.yaml', 'env/us/a.yaml']],
    ['env/{b,a}.y{a,}ml*', ['env/a.yaml', 'env/b.yaml', 'env/b.yml']],
    ['none/*.yaml', []],
    ['env/[a\\-z].yaml', ['env/a.yaml']],
    ['env/[^-a].yaml', ['env/b.yaml']],
    ['env/[b-]*0.yaml', ['env/b10.yaml']],
    ['env/\\{a}*', []],
    ['env/**b.yml', ['env/b.yml']],
    ['**/**/west/**', ['env/eu/west', 'env/eu/west/a.yaml']],
    // As Go: a range whose ends are the wrong way round holds nothing.
    ['env/[z-a]*', []],
    // Directories are matches as well, which helm then refuses.
    ['env/e*', ['env/eu']],
    ['env/us/**', ['env/us', 'env/us/a.yaml']],
  ])('finds what %s matches, in order', async (pattern, expected) => {
    expect(await expand(pattern)).toEqual(expected);
  });

  it.each(['env/[', 'env/[]*', 'env/[!]*', 'env/{a*', 'env/*\\'])(
    'refuses %s, which is no pattern',
    async pattern => {
      await expect(expand(pattern)).rejects.toThrow(
        `Cannot preview: "${pattern}" is not a valid pattern`,
      );
    },
  );

  it('matches a link to a file, and refuses to go through one to a directory', async () => {
    const files = {
      ...FILES,
      'env/link.yaml': { link: 'a.yaml' },
      'env/west': { link: 'eu/west' },
    };
    expect(await expand('env/l*.yaml', files)).toEqual(['env/link.yaml']);
    await expect(expand('env/w*/a.yaml', files)).rejects.toThrow(
      'reaches through the symbolic link env/west',
    );
    await expect(expand('env/**/a.yaml', files)).rejects.toThrow(
      'reaches through the symbolic link env/west',
    );
  });

  it('does not grow without end', async () => {
    await expect(expand(`env/${'{a,b}'.repeat(20)}*`)).rejects.toThrow(
      'stands for more than 1,000 paths',
    );
    const start = performance.now();
    await expand(`env/${'*a'.repeat(100)}`, {
      [`env/${'a'.repeat(250)}`]: '',
    });
    expect(performance.now() - start).toBeLessThan(1_000);
    await expect(expand(`env/${'{'.repeat(1_000_000)}*`)).rejects.toThrow(
      'is longer than 2,000 characters',
    );
  });

  it('lets others have their turn between names, and gives up', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30_000 }, (_, index) => [
        `env/${'a'.repeat(200)}${index}`,
        '',
      ]),
    );
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await expect(expand(`env/${'*a'.repeat(90)}b`, files)).rejects.toThrow(
      'takes too long to compare with the files',
    );
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(500);
  }, 60_000);
});
