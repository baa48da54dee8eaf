import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ChartLayouts } from '../../overlays/charts/ChartLayouts';
import { ChartService } from '../../charts/ChartService';
import { ChartServer } from '../../charts/__testUtils__/ChartServer';
import { HelmCharts } from '../../charts/__testUtils__/HelmCharts';
import { applicationSchema } from '../../targets/applications/application';
import { applicationSources } from '../../targets/applications/applicationSources';
import { DeliveryTarget } from '../../targets/applications/DeliveryTarget';
import { FolderRepositories } from './FolderRepositories';
import { renderTool } from './renderTools';
import { VariantService } from '../VariantService';

export const GITOPS = 'https://git.example.com/platform/gitops.git';
export const DEPLOYMENT = `apiVersion: {{ if .Values.progressiveDelivery.enabled }}argoproj.io/v1alpha1{{ else }}apps/v1{{ end }}
kind: {{ if .Values.progressiveDelivery.enabled }}Rollout{{ else }}Deployment{{ end }}
metadata:
  name: {{ .Release.Name }}-{{ .Chart.Name }}
  labels: { version: {{ .Chart.Version | quote }} }
`;

/** Charts that are in no Git repository, rendered by the real helm and kustomize, which have no network for them. */
export class ChartScene {
  static create(): ChartScene {
    return new ChartScene();
  }

  readonly charts = HelmCharts.create();
  /** Of the chart `web`. */
  readonly archives = ['1.0.0', '1.1.0'].map(version =>
    this.charts.package(
      this.charts.write('web', version, {
        'templates/configmap.yaml': '',
        'templates/workload.yaml': DEPLOYMENT,
        'values-large.yaml': 'progressiveDelivery:\n  enabled: true\n',
      }),
    ),
  );
  /** Whether a target may use charts of a repository. */
  permits: (repository: string) => boolean = () => true;

  private readonly index = this.charts.index(
    this.archives.map(({ file }) => file),
  );
  private started?: { server: ChartServer; folder: string };

  private constructor() {}

  /** Where the charts are fetched from. */
  get server(): ChartServer {
    return this.begun().server;
  }

  /** Where everything of one test is; the repository is in `repository`. */
  get folder(): string {
    return this.begun().folder;
  }

  async begin(): Promise<void> {
    const server = await ChartServer.start();
    server.answers.set('/index.yaml', { body: this.index });
    for (const { content, file } of this.archives) {
      server.answers.set(`/${file.split('/').at(-1)}`, { body: content });
    }
    const folder = await mkdtemp(join(tmpdir(), 'gitops-'));
    mkdirSync(join(folder, 'repository'));
    this.started = { server, folder };
    this.permits = repository => repository === server.url;
  }

  async end(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true });
  }

  remove(): void {
    this.charts.remove();
  }

  write(files: Record<string, string>): void {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.folder, 'repository', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  service(): VariantService {
    return VariantService.create({
      repositories: new FolderRepositories(join(this.folder, 'repository')),
      charts: ChartLayouts.create({
        charts: ChartService.create({
          cacheDirectory: join(this.folder, 'cache'),
          repositories: [{ url: this.server.url, hosts: [], plainHttp: false }],
        }),
      }),
      helm: renderTool('helm'),
      kustomize: renderTool('kustomize'),
      apiVersions: [],
      concurrency: 2,
    });
  }

  target(...sources: object[]): DeliveryTarget {
    const application = applicationSchema.parse({
      metadata: { name: 'shop', namespace: 'argocd' },
      spec: { sources },
    });
    return {
      kind: 'application',
      argocd: 'main',
      instanceName: 'shop',
      kustomizeBuildOptions: ['--enable-helm'],
      id: 'main.argocd.shop',
      title: 'shop',
      destination: { cluster: 'main', namespace: 'shop' },
      sources: applicationSources(application),
      application,
      permitsCharts: repository => this.permits(repository),
    };
  }

  /** What the real tool renders where it may fetch charts by itself. */
  async oracle(tool: 'helm' | 'kustomize', ...args: string[]): Promise<string> {
    const home = join(this.folder, 'home');
    // Not in step: the server answers in this process.
    const { stdout } = await promisify(execFile)(renderTool(tool), args, {
      env: { HOME: home, HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home },
      timeout: 30_000,
    });
    return stdout;
  }

  private begun(): { server: ChartServer; folder: string } {
    if (!this.started) {
      throw new Error('Begin first');
    }
    return this.started;
  }
}
