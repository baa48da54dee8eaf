import {
  cp,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runToEnd, Toolbox } from '@progressive-delivery/sandbox';

// The command runs from its source here, which takes a moment.
jest.setTimeout(120_000);

// eslint-disable-next-line no-restricted-syntax
const own = resolve(__dirname, '..');
const charts = resolve(own, '../engine/src/adoption/__fixtures__');
const helm = Toolbox.create().tool('helm');

describe('progressive-delivery adopt', () => {
  let folder: string;
  let chart: string;

  const run = (...args: string[]) =>
    runToEnd(process.execPath, {
      args: [join(own, 'bin/progressive-delivery'), ...args],
      cwd: folder,
    });
  const adopt = (...args: string[]) =>
    run('adopt', chart, '--helm', helm, ...args);
  const start = async (name: string) => {
    await cp(join(charts, name, 'chart'), chart, { recursive: true });
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'adopt-command-'));
    chart = join(folder, 'web');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('prints a patch that git takes, and writes nothing', async () => {
    await start('plain');
    const { code, stderr, stdout } = await adopt();
    expect(stderr).toContain(
      'selector and pod template instead of Deployment release,',
    );
    expect(stderr).toContain('Nothing was written');
    expect(code).toBe(0);
    expect(await readdir(join(chart, 'templates'))).toEqual([
      'deployment.yaml',
      'service.yaml',
    ]);
    const patch = join(folder, 'change.patch');
    await writeFile(patch, stdout);
    const applied = await runToEnd('git', {
      args: ['apply', patch],
      cwd: chart,
    });
    expect(applied).toMatchObject({ code: 0, stderr: '' });
    const patched = await readFile(join(chart, 'values.yaml'), 'utf8');
    expect(patched).toMatch(/^progressiveDelivery:\n/m);
  });

  it('writes the change where it is told to, which is none the second time', async () => {
    await start('plain');
    expect(await adopt('--write')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Written.'),
    });
    expect(await readdir(join(chart, 'templates'))).toEqual([
      '_progressive-delivery.tpl',
      'deployment.yaml',
      'service.yaml',
    ]);
    expect(await adopt('--write')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining(
        'the chart says progressiveDelivery already',
      ),
    });
  });

  it('says what is in the way, and writes nothing', async () => {
    await start('loop');
    const { code, stderr, stdout } = await adopt('--write');
    expect(stderr).toMatch(
      /templates\/workloads\.yaml, line \d+: the Deployment is in a loop/,
    );
    expect(stderr).toContain('docs/chart-pattern.md');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(await readdir(join(chart, 'templates'))).toEqual(['workloads.yaml']);
  });

  it('proves each values file that is named', async () => {
    await start('extra-deploy');
    const values = join(charts, 'extra-deploy/extra.yaml');
    expect(await adopt()).toMatchObject({ code: 0 });
    expect(await adopt('--values', values)).toMatchObject({ code: 1 });
  });

  it.each([
    ['a chart that is not there', ['adopt', 'nowhere'], 'ENOENT'],
    ['an unknown option', ['adopt', 'web', '--force'], '--force'],
    ['no chart', ['adopt'], 'missing required argument'],
  ])('ends with 2 for %s', async (_, args, message) => {
    expect(await run(...args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message),
    });
  });

  it('tells how it is used', async () => {
    const { code, stdout } = await run('adopt', '--help');
    expect(stdout).toContain('Ends with 0');
    expect(code).toBe(0);
  });
});
