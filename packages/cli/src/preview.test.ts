import { mkdir, readFile, rename, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runToEnd } from '@progressive-delivery/sandbox';
import {
  COMMAND,
  LEFT_BEHIND,
  PreviewScene,
  SHOP,
  TOOLS,
} from './preview/__testUtils__/PreviewScene';

// The command runs from its source here, and renders with the real tools.
jest.setTimeout(120_000);

describe('progressive-delivery preview', () => {
  let scene: PreviewScene;
  const preview = (...args: string[]) => scene.preview(...args);

  beforeEach(async () => {
    scene = await PreviewScene.create();
  });
  afterEach(() => scene.remove());

  it('tells what the only switch of a kustomization would change, and changes nothing', async () => {
    const { code, stderr, stdout } = await preview('overlay');
    expect(stderr).toBe('');
    expect(stdout).toContain('progressiveDelivery.enabled on in overlay\n');
    expect(stdout).toContain(
      'Deployment web becomes a Rollout of the same name.\n',
    );
    expect(stdout).toContain(
      'overlay/values.yaml, line 3: progressiveDelivery.enabled: false -> true\n',
    );
    expect(stdout).toMatch(/^-kind: Deployment\n.*\n\+kind: Rollout\n/m);
    expect(stdout).toMatch(/could not look, .*: prune-last-live, /);
    expect(code).toBe(0);
    expect(
      await readFile(join(scene.folder, 'overlay/values.yaml'), 'utf8'),
    ).toBe(SHOP['overlay/values.yaml']);
  });

  it('tells what a switch that is on has changed, or what turning it off would', async () => {
    await scene.write({
      'overlay/values.yaml': 'progressiveDelivery: { enabled: true }\n',
    });
    expect((await preview('overlay', '--on')).stdout).toContain(
      'overlay/values.yaml, line 1: progressiveDelivery.enabled: false -> true\n',
    );
    expect((await preview('overlay')).stdout).toContain(
      'Rollout web becomes a Deployment of the same name.\n',
    );
  });

  it('takes the folder of a chart, with values files and a release', async () => {
    await scene.write({
      'environments/production.yaml':
        'message: hi\nprogressiveDelivery:\n  enabled: false\n',
    });
    const { code, stdout } = await preview(
      ...['charts/web', '--values', 'environments/production.yaml'],
      ...['--release', 'shop', '--namespace', 'shop'],
    );
    expect(stdout).toContain('environments/production.yaml, line 3: ');
    expect(code).toBe(0);
    expect((await preview('charts/web')).stdout).toContain(
      'charts/web/values.yaml, line 2: ',
    );
  });

  it('takes an overlay by its path from here, with files of the whole work tree and links in it', async () => {
    const here = join(scene.folder, 'charts/web');
    await mkdir(join(scene.folder, '.git'));
    await rename(join(here, 'values.yaml'), join(scene.folder, 'shared.yaml'));
    await symlink('../../shared.yaml', join(here, 'values.yaml'));
    const { code, stdout } = await runToEnd(process.execPath, {
      args: [COMMAND, 'preview', ...scene.withTools(['.'])],
      cwd: here,
    });
    expect(stdout).toContain('shared.yaml, line 2: ');
    expect(code).toBe(0);
  });

  it('hides values, unless they are to be shown', async () => {
    await scene.write({
      'overlay/values.yaml': `${SHOP['overlay/values.yaml']}message: a-value\n`,
      'charts/web/templates/settings.yaml': `apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { enabled: '{{ .Values.progressiveDelivery.enabled }}', message: '{{ .Values.message }}' }
`,
      'charts/web/templates/token.yaml': `apiVersion: v1
kind: Secret
metadata: { name: token }
stringData: { token: 'a-secret-{{ .Values.progressiveDelivery.enabled }}' }
`,
    });
    const hidden = await preview('overlay', '--format', 'json');
    expect(hidden.stdout).not.toContain('a-value');
    const shown = await preview('overlay', '--show-values');
    expect(shown.stdout).toContain('a-value');
    expect(hidden.stdout + shown.stdout).not.toContain('a-secret');
  });

  it('sees the versions and APIs of Kubernetes that are named', async () => {
    await scene.write({
      'charts/web/templates/seen.yaml': `{{- if .Values.progressiveDelivery.enabled }}
apiVersion: v1
kind: ConfigMap
metadata: { name: "seen-{{ .Capabilities.KubeVersion.Version }}-{{ .Capabilities.APIVersions.Has "example.com/v1" }}" }
{{- end }}
`,
    });
    const { stdout } = await preview(
      ...['overlay', '--kube-version', '1.31.4'],
      ...['--api-versions', 'example.com/v1'],
    );
    expect(stdout).toContain('Added: ConfigMap seen-v1.31.4-true');
  });

  it('writes JSON with all that a program needs', async () => {
    await scene.write(LEFT_BEHIND);
    const { stdout } = await preview('overlay', '--format', 'json');
    const { comparison, state } = JSON.parse(stdout);
    expect(state).toBe('previewed');
    expect(comparison).toMatchObject({
      switch: 'progressiveDelivery.enabled',
      enabled: true,
      masked: true,
      changes: [expect.objectContaining({ change: 'kind-changed' })],
      preflight: {
        findings: [
          expect.objectContaining({ id: 'scalers-follow', severity: 'block' }),
        ],
      },
    });
    expect(comparison).not.toHaveProperty('base');
  });

  it('renders the example as the tools do', async () => {
    // eslint-disable-next-line no-restricted-syntax
    const example = resolve(__dirname, '../../../examples/gitops');
    const { code, stdout } = await runToEnd(process.execPath, {
      args: [
        ...[COMMAND, 'preview'],
        ...scene.withTools([
          ...['argocd/applications/agents', '--switch'],
          'controllers.progressiveDelivery.enabled',
        ]),
      ],
      cwd: example,
    });
    expect(stdout).toContain(
      'argocd/applications/agents/values.yaml, line 48: ',
    );
    expect(stdout).toContain('Changed documents: 1; unchanged: 20');
    expect(code).toBe(0);
  });

  describe('ends', () => {
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

  it('takes tools by their paths from here', async () => {
    await symlink(TOOLS.helm, join(scene.folder, 'helm'));
    await symlink(TOOLS.kustomize, join(scene.folder, 'kustomize'));
    expect(
      await runToEnd(process.execPath, {
        args: [
          ...[COMMAND, 'preview', 'overlay'],
          ...['--helm', './helm', '--kustomize', './kustomize'],
        ],
        cwd: scene.folder,
      }),
    ).toMatchObject({ code: 0 });
  });

  it('tells how it is used', async () => {
    const { code, stdout } = await preview('--help');
    expect(stdout).toContain('Ends with 0');
    expect(code).toBe(0);
  });
});
