import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  watch,
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

/** What an adoption has for the time being. */
const findAdoption = async (folder: string) =>
  (await readdir(folder)).filter(name =>
    name.startsWith('progressive-delivery-adopt-'),
  );

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

  it('ends quietly, with a code of its own, where nobody reads its patch', async () => {
    await start('plain');
    const child = spawn(
      process.execPath,
      [join(own, 'bin/progressive-delivery'), 'adopt', chart, '--helm', helm],
      { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    child.stdout.destroy();
    let said = '';
    child.stderr.setEncoding('utf8').on('data', text => {
      said += text;
    });
    const [code] = await once(child, 'close');
    expect(said).not.toMatch(/EPIPE|Error|\n {4}at /);
    expect(code).toBe(141);
  });

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

  it('lets no text of a chart control the terminal, and changes none of the patch', async () => {
    await start('plain');
    const template = join(chart, 'templates/deployment.yaml');
    const text = await readFile(template, 'utf8');
    await writeFile(
      template,
      text
        .replace(/^ {2}name: .*$/m, '  name: "web\\e[2J"')
        .replace('kind: Deployment', '{{- /* \u001b[2J */}}\nkind: Deployment'),
    );
    const { code, stderr, stdout } = await adopt();
    expect(stderr).toContain('instead of Deployment web\\u{001b}[2J,');
    expect(stderr).not.toContain('\u001b');
    expect(stdout).toContain('\n {{- /* \u001b[2J */}}\n');
    expect(code).toBe(0);
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
        'the chart already has progressiveDelivery',
      ),
    });
  });

  it('says what is in the way, and writes nothing', async () => {
    await start('loop-of-list');
    const { code, stderr, stdout } = await adopt('--write');
    expect(stderr).toMatch(
      /templates\/deployments\.yaml, line \d+: the Deployment is in a loop/,
    );
    expect(stderr).toContain('docs/chart-pattern.md');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(await readdir(join(chart, 'templates'))).toEqual([
      'deployments.yaml',
    ]);
  });

  it('proves each values file that is named', async () => {
    await start('extra-deploy');
    const values = join(charts, 'extra-deploy/extra.yaml');
    expect(await adopt()).toMatchObject({ code: 0 });
    expect(await adopt('--values', values)).toMatchObject({ code: 1 });
  });

  it.each([
    ['a chart that is not there', ['adopt', 'nowhere'], 'There is no nowhere'],
    ['an unknown option', ['adopt', 'web', '--force'], '--force'],
    [
      'one that would control a terminal',
      ['adopt', 'web', '--\u001b[2J'],
      "unknown option '--\\u{001b}[2J'",
    ],
    ['no chart', ['adopt'], 'missing required argument'],
  ])('ends with 2 for %s', async (_, args, message) => {
    expect(await run(...args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message),
    });
  });

  describe('with what is not as it should be', () => {
    beforeEach(() => start('plain'));

    it.each([
      ['a values file that is not there', 'no.yaml', 'There is no no.yaml'],
      ['a folder of values', 'web', 'A folder, not a file: web'],
    ])('ends with 2 for %s', async (_, file, message) => {
      expect(await adopt('--values', file)).toMatchObject({
        code: 2,
        stderr: `${message}\n`,
      });
    });

    it('names values that are no YAML as they were named', async () => {
      await writeFile(join(folder, 'broken.yaml'), 'a: [');
      const { code, stderr } = await adopt('--values', 'broken.yaml');
      expect(stderr).toContain('with broken.yaml: ');
      expect(stderr).toContain('broken.yaml: ');
      expect(stderr).not.toContain(tmpdir());
      expect(code).toBe(1);
    });

    it('ends with 2 for a file as chart', async () => {
      expect(await run('adopt', 'web/Chart.yaml')).toMatchObject({
        code: 2,
        stderr: 'Not a folder: web/Chart.yaml\n',
      });
    });

    it.each([
      ['no Helm', './no-helm', 'There is no command ./no-helm'],
      [
        'what is no Helm',
        process.execPath,
        'is not a Helm 3 or 4 that runs here',
      ],
    ])('ends with 2 for %s', async (_, command, message) => {
      expect(await run('adopt', 'web', '--helm', command)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining(message),
      });
    });
  });

  it('takes a Helm by its path from here', async () => {
    await start('plain');
    await symlink(helm, join(folder, 'helm'));
    expect(await run('adopt', 'web', '--helm', './helm')).toMatchObject({
      code: 0,
    });
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('leaves nothing behind on %s', async (signal, code) => {
    await start('plain');
    const temporary = join(folder, 'tmp');
    await mkdir(temporary);
    const started = join(folder, 'started');
    const slow = join(folder, 'slow-helm');
    await writeFile(
      slow,
      `#!/bin/sh
[ "$1" = version ] && echo v3.18.0 && exit
: > '${started}'
exec /bin/sleep 100
`,
      { mode: 0o755 },
    );
    const watcher = watch(folder);
    const child = spawn(
      process.execPath,
      [
        join(own, 'bin/progressive-delivery'),
        'adopt',
        'web',
        '--helm',
        './slow-helm',
      ],
      { cwd: folder, env: { ...process.env, TMPDIR: temporary } },
    );
    const ended = once(child, 'exit');
    for await (const { filename } of watcher) {
      if (filename === 'started') {
        break;
      }
    }
    expect(await findAdoption(temporary)).toHaveLength(1);
    child.kill(signal);
    expect(await ended).toEqual([code, null]);
    expect(await findAdoption(temporary)).toEqual([]);
  });

  it('tells how it is used', async () => {
    const { code, stdout } = await run('adopt', '--help');
    expect(stdout).toContain('Ends with 0');
    expect(code).toBe(0);
  });
});
