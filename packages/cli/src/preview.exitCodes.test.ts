import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runToEnd } from '@progressive-delivery/sandbox';
import {
  COMMAND,
  LEFT_BEHIND,
  PreviewScene,
  SHOP,
} from './preview/__testUtils__/PreviewScene';

// The command runs from its source here, and renders with the real tools.
jest.setTimeout(120_000);

describe('progressive-delivery preview ends', () => {
  let scene: PreviewScene;
  const preview = (...args: string[]) => scene.preview(...args);

  beforeEach(async () => {
    scene = await PreviewScene.create();
  });
  afterEach(() => scene.remove());

  it('with 1 where something blocks, unless it is told not to', async () => {
    await scene.write(LEFT_BEHIND);
    const { code, stdout } = await preview('overlay');
    expect(stdout).toContain('block scalers-follow: ');
    expect(code).toBe(1);
    expect(await preview('overlay', '--fail-on', 'never')).toMatchObject({
      code: 0,
      stdout,
    });
  });

  it('with 1 for warnings where it is told to', async () => {
    const workload = 'charts/web/templates/workload.yaml';
    await scene.write({
      [workload]: SHOP[workload].replace('setWeight: 34', 'setWeight: 1'),
    });
    const { code, stdout } = await preview('overlay');
    expect(stdout).toContain('warn weights-fit-replicas: ');
    expect(code).toBe(0);
    expect(await preview('overlay', '--fail-on', 'warning')).toMatchObject({
      code: 1,
    });
  });

  it.each([
    ['a folder that is not there', ['nowhere'], 'There is no nowhere\n'],
    ['a file', ['overlay/values.yaml'], 'Not a folder: overlay/values.yaml'],
    ['a folder of nothing', ['charts'], 'charts has neither a '],
    [
      'values of a kustomization',
      ['overlay', '--values', 'overlay/values.yaml'],
      'overlay is a kustomization',
    ],
    [
      'a values file that is not there',
      ['charts/web', '--values', 'no.yaml'],
      'There is no no.yaml\n',
    ],
    [
      'a name that would control a terminal',
      ['charts/web', '--values', 'no\u001b[2J.yaml'],
      'There is no no\\u{001b}[2J.yaml\n',
    ],
    [
      'a values file from elsewhere',
      ['charts/web', '--values', '/etc/hosts'],
      'only what is there is read',
    ],
    [
      'another switch',
      ['overlay', '--switch', 'web.enabled'],
      'overlay has no switch web.enabled; its switches: progressiveDelivery.enabled\n',
    ],
    ['both states', ['overlay', '--on', '--off'], 'cannot be used with'],
    ['an unknown format', ['overlay', '--format', 'html'], 'html'],
    [
      'no version',
      ['overlay', '--kube-version', 'newest'],
      'It is a version such as',
    ],
    [
      'no repository',
      ['overlay', '--allow-repository', 'https://me:secret@example.com'],
      'without credentials',
    ],
    [
      'a report that cannot be written',
      ['overlay', '--output', 'nowhere/report.md'],
      'There is no nowhere/report.md\n',
    ],
  ])('with 2 for %s', async (_, args, message) => {
    const { code, stderr, stdout } = await preview(...args);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('with 2 for a values file whose name would be a pattern', async () => {
    await scene.write({ 'charts/web/values-[a].yaml': 'message: a\n' });
    const { code, stderr } = await preview(
      ...['charts/web', '--values', 'charts/web/values-[a].yaml'],
    );
    expect(stderr).toContain('values-[a].yaml would be read as a pattern');
    expect(code).toBe(2);
  });

  it('with 2 without Helm', async () => {
    expect(
      await runToEnd(process.execPath, {
        args: [COMMAND, 'preview', 'overlay', '--helm', './no-helm'],
        cwd: scene.folder,
      }),
    ).toMatchObject({
      code: 2,
      stderr: 'There is no command ./no-helm\n',
    });
  });

  it('with 2 where it does not render, and says so in the report, too', async () => {
    await scene.write({
      'charts/web/templates/refusing.yaml':
        '{{- if .Values.progressiveDelivery.enabled }}{{ fail "not with @team/shop" }}{{ end }}',
    });
    const { code, stderr } = await preview(
      ...['overlay', '--format', 'markdown', '--output', 'report.md'],
    );
    expect(stderr).toContain('overlay cannot be previewed: ');
    expect(code).toBe(2);
    const report = await readFile(join(scene.folder, 'report.md'), 'utf8');
    expect(report).toContain('## `overlay` cannot be previewed\n\n> ');
    expect(report).not.toContain('@team');
  });

  it('with 2 for several switches, of which none is named', async () => {
    await scene.write({
      'charts/web/values.yaml': `${SHOP['charts/web/values.yaml']}worker:\n  progressiveDelivery:\n    enabled: false\n`,
    });
    expect(await preview('overlay')).toMatchObject({
      code: 2,
      stderr:
        'overlay has several switches, name one with --switch: progressiveDelivery.enabled, worker.progressiveDelivery.enabled\n',
    });
  });

  it('with 2 for a chart that has no switch', async () => {
    await scene.write({
      'charts/web/values.yaml': '',
      'charts/web/templates/workload.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\n',
      'overlay/values.yaml': '',
    });
    const { code, stderr } = await preview('overlay', '--format', 'json');
    expect(stderr).toContain('"progressive-delivery adopt" gives one');
    expect(code).toBe(2);
  });
});
