import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { CommandEnd, runToEnd, Toolbox } from '@progressive-delivery/sandbox';

/** The command, which runs from its source. */
// eslint-disable-next-line no-restricted-syntax
export const COMMAND = resolve(__dirname, '../../../bin/progressive-delivery');

const toolbox = Toolbox.create();

export const TOOLS = {
  helm: toolbox.tool('helm'),
  kustomize: toolbox.tool('kustomize'),
};

/** A chart with a switch, and a kustomization that uses it. */
export const SHOP = {
  'overlay/kustomization.yaml': `namespace: shop
helmGlobals:
  chartHome: ../charts
helmCharts:
  - name: web
    releaseName: web
    valuesFile: values.yaml
`,
  'overlay/values.yaml': `# Whether the workload is a Rollout.
progressiveDelivery:
  enabled: false
`,
  'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'charts/web/values.yaml': `progressiveDelivery:
  enabled: false
message: hello
`,
  'charts/web/templates/workload.yaml': `{{- $on := .Values.progressiveDelivery.enabled }}
apiVersion: {{ ternary "argoproj.io/v1alpha1" "apps/v1" $on }}
kind: {{ ternary "Rollout" "Deployment" $on }}
metadata:
  name: web
  annotations: { argocd.argoproj.io/sync-options: PruneLast=true }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  {{- if $on }}
  strategy: { canary: { steps: [{ setWeight: 34 }, { pause: {} }] } }
  {{- end }}
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example.com/web:1.4.2", args: [{{ .Values.message | quote }}] }]
`,
};

/** Scales the Deployment whatever the switch says, which blocks it. */
export const LEFT_BEHIND = {
  'charts/web/templates/autoscaler.yaml': `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 3
  maxReplicas: 9
`,
};

/** A folder of its own for overlays, and the command in it. */
export class PreviewScene {
  static async create(files: Record<string, string> = SHOP) {
    const scene = new PreviewScene(
      await mkdtemp(join(tmpdir(), 'preview-command-')),
    );
    await scene.write(files);
    return scene;
  }

  private constructor(readonly folder: string) {}

  async write(files: Record<string, string>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }

  /** Ends as the command does. */
  async preview(...args: string[]): Promise<CommandEnd> {
    return runToEnd(process.execPath, {
      args: [COMMAND, 'preview', ...this.withTools(args)],
      cwd: this.folder,
    });
  }

  /** The same arguments, with the tools of the sandbox. */
  withTools(args: string[]): string[] {
    const { helm, kustomize } = TOOLS;
    return [...args, '--helm', helm, '--kustomize', kustomize];
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }
}
