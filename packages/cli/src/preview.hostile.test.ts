import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdir,
  readdir,
  readFile,
  symlink,
  watch,
  writeFile,
} from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { runToEnd } from '@progressive-delivery/sandbox';
import {
  COMMAND,
  PreviewScene,
  SHOP,
  TOOLS,
} from './preview/__testUtils__/PreviewScene';

// The command runs from its source here, and renders with the real tools.
jest.setTimeout(120_000);

describe('progressive-delivery preview of what nobody has reviewed', () => {
  let scene: PreviewScene;
  const preview = (...args: string[]) => scene.preview(...args);

  beforeEach(async () => {
    scene = await PreviewScene.create();
  });
  afterEach(() => scene.remove());

  it.each([
    ['charts/web/notes.txt', '/etc/passwd'],
    ['overlay/values.yaml', '../../../../../../../../etc/passwd'],
  ])('reads no file from elsewhere by a link at %s', async (path, target) => {
    const link = join(scene.folder, path);
    await runToEnd('rm', { args: ['-f', link] });
    await symlink(target, link);
    await scene.write({
      'charts/web/templates/stolen.yaml': `apiVersion: v1
kind: ConfigMap
metadata: { name: stolen }
data: { stolen: {{ .Files.Get "notes.txt" | quote }} }
`,
    });
    const { code, stderr, stdout } = await preview('overlay', '--show-values');
    expect(stdout + stderr).not.toContain('root:');
    expect(code).toBe(2);
  });

  it.each([
    [
      'a generator that is a program',
      "generators: ['evil.yaml']\n",
      {
        'overlay/evil.yaml': `apiVersion: v1
kind: Evil
metadata:
  name: evil
  annotations: { config.kubernetes.io/function: "exec: { path: ./evil }" }
`,
        'overlay/evil': '#!/bin/sh\ntouch ran\n',
      },
    ],
    [
      'a base at a Git host',
      'resources: ["https://127.0.0.1:1/org/repository//base?ref=main"]\n',
      {},
    ],
    ['a base outside', 'resources: ["../../../outside"]\n', {}],
  ])('refuses %s', async (_, lines, files) => {
    await scene.write({
      ...files,
      'overlay/kustomization.yaml': `${SHOP['overlay/kustomization.yaml']}${lines}`,
    });
    const { code, stderr, stdout } = await preview('overlay');
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(stdout).toContain('overlay cannot be previewed: Cannot preview: ');
    expect(await readdir(scene.folder)).not.toContain('ran');
  });

  describe('with a chart of a repository', () => {
    let server: Server;
    let url: string;
    let asked: string[];

    beforeEach(async () => {
      asked = [];
      const served = join(scene.folder, 'served');
      await mkdir(served);
      const helm = (...args: string[]) =>
        runToEnd(TOOLS.helm, { args, cwd: scene.folder });
      await helm('package', 'charts/web', '--destination', served);
      await helm('repo', 'index', served);
      server = createServer(async (request, response) => {
        asked.push(request.url ?? '');
        response.end(await readFile(join(served, basename(request.url ?? ''))));
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await scene.write({
        'overlay/kustomization.yaml': `helmCharts:
  - name: web
    version: 1.0.0
    repo: ${url}
    releaseName: web
    valuesFile: values.yaml
`,
      });
    });
    afterEach(() => server.close());

    it('asks nobody who is not allowed', async () => {
      for (const args of [[], ['--allow-repository', 'https://example.com']]) {
        const { code, stdout } = await preview('overlay', ...args);
        expect(stdout).toContain(
          `${url} may not be fetched: --allow-repository`,
        );
        expect(code).toBe(2);
      }
      expect(asked).toEqual([]);
    });

    it('fetches it where that is allowed', async () => {
      const { code, stdout } = await preview(
        ...['overlay', '--allow-repository', url],
      );
      expect(stdout).toContain('Deployment web becomes a Rollout');
      expect(code).toBe(0);
      expect(asked).toEqual(['/index.yaml', '/web-1.0.0.tgz']);
    });
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('leaves nothing behind on %s', async (signal, code) => {
    const temporary = join(scene.folder, 'tmp');
    await mkdir(temporary);
    await writeFile(
      join(scene.folder, 'slow-kustomize'),
      `#!/bin/sh
[ "$1" = version ] && exec '${TOOLS.kustomize}' version
: > '${join(scene.folder, 'started')}'
exec /bin/sleep 100
`,
      { mode: 0o755 },
    );
    const watcher = watch(scene.folder);
    const child = spawn(
      process.execPath,
      [
        ...[COMMAND, 'preview', 'overlay', '--output', 'report.txt'],
        ...['--helm', TOOLS.helm, '--kustomize', './slow-kustomize'],
      ],
      { cwd: scene.folder, env: { ...process.env, TMPDIR: temporary } },
    );
    const ended = once(child, 'exit');
    for await (const { filename } of watcher) {
      if (filename === 'started') {
        break;
      }
    }
    expect(await readdir(temporary)).not.toEqual([]);
    child.kill(signal);
    expect(await ended).toEqual([code, null]);
    expect(await readdir(temporary)).toEqual([]);
    expect(await readdir(scene.folder)).not.toContain('report.txt');
  });
});
