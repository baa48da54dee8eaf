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

  it('needs Kustomize for kustomizations only', async () => {
    const tools = ['--helm', TOOLS.helm, '--kustomize', './no-kustomize'];
    const withoutKustomize = (overlay: string) =>
      runToEnd(process.execPath, {
        args: [COMMAND, 'preview', overlay, ...tools],
        cwd: scene.folder,
      });
    const { code, stdout } = await withoutKustomize('charts/web');
    expect(stdout).toMatch(
      /^Rendered with Helm v[\d.]+\. Changed documents: /m,
    );
    expect(code).toBe(0);
    expect(await withoutKustomize('overlay')).toMatchObject({
      code: 2,
      stderr: 'There is no command ./no-kustomize\n',
    });
  });

  it('tells how it is used', async () => {
    const { code, stdout } = await preview('--help');
    expect(stdout).toContain('Ends with 0');
    expect(code).toBe(0);
  });
});
