import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { GITOPS, memoryRepositories } from '../overlays/__testUtils__/layOut';
import { noCharts } from '../charts/__testUtils__/noCharts';
import { Entry } from '../git/__testUtils__/treeOf';
import { applicationSchema } from '../targets/applications/application';
import { applicationSources } from '../targets/applications/applicationSources';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { defaultRenderLimits } from '../RenderLimits';
import { Outside } from './__testUtils__/Outside';
import { renderTool } from './__testUtils__/renderTools';
import { VariantService } from './VariantService';

const CONFIG_MAP = (data: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  a: ${data}\n`;

const chart = (template: string, more: Record<string, Entry> = {}) => ({
  'app/Chart.yaml': 'name: web\nversion: 1.0.0\n',
  'app/values.yaml': 'progressiveDelivery: { enabled: false }\n',
  'app/templates/a.yaml': template,
  ...more,
});

// Every rendering is a process or more.
jest.setTimeout(120_000);

/** Charts and kustomizations are written by whoever may write to a repository, and run by us. */
describe.each(['helm', 'helm3'] as const)(
  'A hostile chart, rendered by %s',
  helm => {
    let outside: Outside;

    beforeAll(async () => {
      outside = await Outside.create();
    });
    afterAll(() => outside.remove());

    const render = (
      files: Record<string, Entry>,
      {
        helm: options = {},
        limits = {},
        signal,
      }: {
        helm?: object;
        limits?: Partial<typeof defaultRenderLimits>;
        signal?: AbortSignal;
      } = {},
    ) => {
      const application = applicationSchema.parse({
        metadata: { name: 'web', namespace: 'argocd' },
        spec: {
          source: {
            repoURL: GITOPS,
            targetRevision: 'main',
            path: 'app',
            ...(Object.keys(options).length > 0 && { helm: options }),
          },
        },
      });
      const target: DeliveryTarget = {
        kind: 'application',
        argocd: 'main',
        kustomizeBuildOptions: ['--enable-helm'],
        id: 'main.argocd.web',
        title: 'web',
        sources: applicationSources(application),
        destination: { namespace: 'shop' },
        application,
        instanceName: 'web',
      };
      return VariantService.create({
        charts: noCharts(),
        repositories: memoryRepositories({ [GITOPS]: files }),
        helm: renderTool(helm),
        kustomize: renderTool('kustomize'),
        apiVersions: [],
        concurrency: 2,
        limits: { ...defaultRenderLimits, ...limits },
      }).describe(target, { signal });
    };
    const refusal = async (...args: Parameters<typeof render>) => {
      try {
        return (await render(...args)).problems
          .map(each => each.text)
          .join('\n');
      } catch (error) {
        return String(error);
      }
    };

    it('reads no file but its own', async () => {
      for (const path of [
        '/etc/passwd',
        '../../../../../etc/passwd',
        outside.secret,
      ]) {
        const found = `{{ .Files.Get "${path}" | quote }}`;
        expect(await refusal(chart(CONFIG_MAP(found)))).toBe('');
        expect(
          await refusal(
            chart(
              `{{ if .Files.Get "${path}" }}{{ fail "read it" }}{{ end }}\n${CONFIG_MAP(
                'b',
              )}`,
            ),
          ),
        ).toBe('');
      }
    });

    it('sees nothing of the environment, the cluster or the network', async () => {
      expect(
        await refusal(
          chart(
            `{{ if lookup "v1" "Secret" "kube-system" "" }}{{ fail "looked up" }}{{ end }}
{{ if getHostByName "localhost" }}{{ fail "resolved" }}{{ end }}
${CONFIG_MAP('b')}`,
          ),
        ),
      ).toBe('');
      // Sprig's env and expandenv are no functions of Helm's.
      expect(
        await refusal(chart(CONFIG_MAP('{{ env "HOME" | quote }}'))),
      ).toMatch(/function "env" not defined/);
    });

    it('contacts nobody: neither for values nor for a schema', async () => {
      expect(
        await refusal(chart(CONFIG_MAP('b')), {
          helm: { valueFiles: [outside.url] },
        }),
      ).toMatch(/Cannot preview:/);
      expect(
        await refusal(
          chart(CONFIG_MAP('b'), {
            'app/values.schema.json': JSON.stringify({ $ref: outside.url }),
          }),
        ),
      ).toMatch(/Cannot preview:/);
    });

    it('takes no argument for a name', async () => {
      for (const releaseName of [
        '--post-renderer=/bin/sh',
        '-h',
        'a b',
        'a;b',
      ]) {
        expect(
          await refusal(chart(CONFIG_MAP('b')), { helm: { releaseName } }),
        ).toMatch(/releaseName/);
      }
      for (const namespace of ['--kubeconfig=/etc/passwd', '../x']) {
        expect(
          await refusal(chart(CONFIG_MAP('b')), { helm: { namespace } }),
        ).toMatch(/namespace/);
      }
      expect(
        await refusal(chart(CONFIG_MAP('b')), {
          helm: { kubeVersion: '--debug' },
        }),
      ).toMatch(/kubeVersion/);
      // As Argo CD does, no more of it is handed on than the version.
      expect(
        await refusal(chart(CONFIG_MAP('{{ .Capabilities.KubeVersion }}')), {
          helm: { kubeVersion: '1.30.0 --debug' },
        }),
      ).toBe('');
    });

    it('reads no values file outside of the repository', async () => {
      for (const file of ['../../../etc/passwd', 'values/../../../secret']) {
        expect(
          await refusal(chart(CONFIG_MAP('b')), {
            helm: { valueFiles: [file] },
          }),
        ).toMatch(/Cannot preview:|outside/);
      }
      expect(
        await refusal(
          chart(CONFIG_MAP('b'), {
            'app/evil.yaml': { link: '/etc/passwd' } as never,
          }),
          { helm: { valueFiles: ['evil.yaml'] } },
        ),
      ).not.toContain('root:');
    });

    it('is ended when it takes too long, with all that it started', async () => {
      const endless = chart(
        '{{ range $a := until 100000 }}{{ range $b := until 100000 }}{{ end }}{{ end }}',
      );
      expect(await refusal(endless, { limits: { seconds: 2 } })).toMatch(
        /helm3? took longer than 2 s/,
      );
      expect(toolsRunning()).toEqual([]);
    });

    it('is ended when nobody waits for it any more', async () => {
      const controller = new AbortController();
      const endless = render(
        chart(
          '{{ range $a := until 100000 }}{{ range $b := until 100000 }}{{ end }}{{ end }}',
        ),
        { signal: controller.signal },
      );
      while (toolsRunning().length === 0) {
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      controller.abort(new Error('gone'));
      await expect(endless).rejects.toThrow('gone');
      expect(toolsRunning()).toEqual([]);
    });

    it('is ended when it fills memory', async () => {
      expect(
        await refusal(
          chart(
            '{{ $x := repeat 100000000 "x" }}{{ range $i := until 100 }}{{ $x = printf "%s%s" $x $x }}{{ end }}',
          ),
          { limits: { memoryMebibytes: 256 } },
        ),
      ).toMatch(/needs more than 256 MiB of memory/);
      expect(toolsRunning()).toEqual([]);
    });

    it('is ended when it prints without end, or more objects than anybody reads', async () => {
      const many = chart(
        '{{ range until 3000 }}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: a{{ . }} }\ndata: { a: {{ repeat 1000 "x" }} }\n{{ end }}',
      );
      expect(await refusal(many, { limits: { outputMebibytes: 1 } })).toMatch(
        /helm3? printed more than 1 MiB/,
      );
      expect(await refusal(many, { limits: { objects: 100 } })).toMatch(
        /more than 100 objects/,
      );
    });

    it('has contacted nobody in all that, and written nothing outside', () => {
      expect(outside.contacts).toEqual([]);
      expect(readdirSync(outside.directory)).toEqual(['secret']);
    });
  },
);

/** Processes of helm and kustomize that this process has started and that are still there. */
function toolsRunning(): string[] {
  const tools = ['helm', 'helm3', 'kustomize'].map(name =>
    renderTool(name as 'helm'),
  );
  return readdirSync('/proc')
    .filter(entry => /^\d+$/.test(entry))
    .filter(pid => isOurs(pid))
    .flatMap(pid => {
      try {
        const executable = readlinkSync(`/proc/${pid}/exe`);
        return tools.includes(executable) ? [executable] : [];
      } catch {
        // It has ended, or is none of ours.
        return [];
      }
    });
}

/** Its working directory is the folder of a rendering of this very process: other tests render as well. */
function isOurs(pid: string): boolean {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) {
    return false;
  }
  try {
    const [, parent] =
      /^PPid:\s*(\d+)$/m.exec(readFileSync(status, 'utf8')) ?? [];
    return parent === String(process.pid);
  } catch {
    return false;
  }
}
