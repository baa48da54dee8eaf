import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, runCommand, Sandbox } from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';
import { folders } from '../scene/folders';
import { Guard } from '../scene/Guard';
import {
  applications,
  RenderedApplication,
  Repositories,
} from './applications';
import { argocdManifests } from './argocdManifests';
import { OurRendering, RenderedFor } from './OurRendering';

const FIXTURES = join(folders.own, 'src/rendering/__fixtures__');
const NAMESPACE = 'argocd';

const syncedSchema = z.object({
  status: z
    .object({
      health: z.object({ status: z.string() }).optional(),
      sync: z.object({ status: z.string() }),
      conditions: z.array(z.object({ message: z.string() })).optional(),
      operationState: z
        .object({ phase: z.string(), message: z.string().optional() })
        .optional(),
    })
    .optional(),
});

/** A sandbox whose Argo CD also knows Applications that are there to be rendered, and our rendering beside it. */
export class RenderingScene {
  static async open(): Promise<RenderingScene> {
    const directory = await mkdtemp(join(tmpdir(), 'pd-e2e-rendering-'));
    const sandboxDirectory = join(directory, 'sandbox');
    const guard = Guard.start({ directory, sandbox: sandboxDirectory });
    let sandbox: Sandbox | undefined;
    try {
      sandbox = await Sandbox.start({ directory: sandboxDirectory });
      const ours = await OurRendering.create(
        sandbox,
        await renderedFor(sandbox),
      );
      const scene = new RenderingScene(directory, guard, sandbox, ours);
      await scene.addApplications();
      return scene;
    } catch (error) {
      const logs = join(folders.artifacts, 'rendering', 'sandbox');
      await cp(join(sandboxDirectory, 'logs'), logs, {
        recursive: true,
      }).catch(() => undefined);
      await sandbox?.stop();
      guard.endAll();
      throw error;
    }
  }

  private constructor(
    private readonly directory: string,
    private readonly guard: Guard,
    readonly sandbox: Sandbox,
    readonly ours: OurRendering,
  ) {}

  /** An Application as the cluster has it. */
  async application(name: string): Promise<unknown> {
    return JSON.parse(
      await this.sandbox.kubectl([
        ...['get', 'applications.argoproj.io', name],
        ...['--namespace', NAMESPACE, '--output', 'json'],
      ]),
    );
  }

  /** Has Argo CD deliver an Application from now on. */
  async deliver(name: string): Promise<void> {
    const spec = { syncPolicy: { automated: { prune: true } } };
    await this.sandbox.kubectl([
      ...['patch', 'applications.argoproj.io', name, '--type', 'merge'],
      ...['--namespace', NAMESPACE, '--patch', JSON.stringify({ spec })],
    ]);
  }

  /** Has Argo CD look for a new commit at once. */
  async refresh(name: string): Promise<void> {
    await this.sandbox.kubectl([
      ...['annotate', 'applications.argoproj.io', name, '--overwrite'],
      ...['--namespace', NAMESPACE, 'argocd.argoproj.io/refresh=hard'],
    ]);
  }

  /** Resolves when what Git holds was applied by an operation that has succeeded. */
  async untilSynced(name: string): Promise<void> {
    await this.until(`${name} is synced`, async () => {
      const { status } = syncedSchema.parse(await this.application(name));
      if (
        status?.sync.status !== 'Synced' ||
        status.operationState?.phase !== 'Succeeded'
      ) {
        throw new Error(JSON.stringify(status));
      }
    });
  }

  /** Once it is synced, too. */
  async untilHealthy(name: string): Promise<void> {
    await this.untilSynced(name);
    await this.until(`${name} is healthy`, async () => {
      const { status } = syncedSchema.parse(await this.application(name));
      if (status?.health?.status !== 'Healthy') {
        throw new Error(JSON.stringify(status));
      }
    });
  }

  async until(what: string, attempt: () => Promise<void>): Promise<void> {
    await eventually(what, attempt, { seconds: 150 });
  }

  async close(): Promise<void> {
    try {
      await this.sandbox.stop();
      await rm(this.ours.directory, { recursive: true, force: true });
      await rm(this.directory, { recursive: true, force: true });
      this.guard.dismiss();
    } catch (error) {
      this.guard.endAll();
      throw error;
    }
  }

  private async addApplications(): Promise<void> {
    const charts = await this.publishChart();
    const repositories: Repositories = {
      charts,
      rendering: await this.push('rendering', async checkout => {
        // Another chart of the same content, which files beside it override.
        await cp(join(checkout, 'chart'), join(checkout, 'overridden'), {
          recursive: true,
        });
        await writeFile(
          join(checkout, 'pulled', 'kustomization.yaml'),
          pulledChart(charts),
        );
      }),
      values: await this.push('rendering-values'),
    };
    const added = applications(repositories);
    for (const each of added) {
      await this.apply(each);
    }
    // Until it has heard of them, Argo CD answers 403.
    for (const { name } of added) {
      await eventually(
        `Argo CD knows ${name}`,
        () => argocdManifests(this.sandbox.argocd, name),
        { seconds: 30 },
      );
    }
  }

  private async apply({ name, spec }: RenderedApplication): Promise<void> {
    const file = join(this.directory, `${name}.json`);
    const manifest = {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name, namespace: NAMESPACE },
      spec: {
        project: 'default',
        destination: {
          server: 'https://kubernetes.default.svc',
          namespace: 'rendering',
        },
        ...spec,
      },
    };
    await writeFile(file, JSON.stringify(manifest));
    await this.sandbox.kubectl(['apply', '--server-side', '--filename', file]);
  }

  /** Packs the chart of the test material and puts it into a Helm repository, whose URL it gives. */
  private async publishChart(): Promise<string> {
    const { gitea, tools } = this.sandbox;
    const packed = await runCommand(tools.helm, {
      args: [
        ...['package', join(FIXTURES, 'rendering', 'chart')],
        ...['--destination', this.directory],
      ],
      env: { HOME: this.directory },
    });
    const [file] = /\/\S+\.tgz/.exec(packed) ?? [''];
    const url = `${gitea.url}/api/packages/${gitea.username}/helm`;
    const response = await fetch(`${url}/api/charts`, {
      method: 'POST',
      headers: { authorization: `token ${gitea.token}` },
      body: await readFile(file),
    });
    if (!response.ok) {
      throw new Error(`Gitea takes no chart: ${await response.text()}`);
    }
    return url;
  }

  /** Makes a repository of a folder of the test material, and gives its URL. */
  private async push(
    name: string,
    prepare: (checkout: string) => Promise<void> = async () => undefined,
  ): Promise<string> {
    const { gitea } = this.sandbox;
    const authorization = `token ${gitea.token}`;
    const created = await fetch(`${gitea.url}/api/v1/user/repos`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ name, default_branch: 'main' }),
    });
    if (!created.ok) {
      throw new Error(`Gitea does not create ${name}: ${await created.text()}`);
    }
    const checkout = join(this.directory, name);
    await cp(join(FIXTURES, name), checkout, { recursive: true });
    await prepare(checkout);
    const url = `${gitea.url}/${gitea.username}/${name}.git`;
    const git = (...args: string[]) =>
      runCommand('git', {
        args,
        cwd: checkout,
        env: {
          PATH: process.env.PATH,
          HOME: checkout,
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_CONFIG_COUNT: '1',
          GIT_CONFIG_KEY_0: `http.${gitea.url}/.extraHeader`,
          GIT_CONFIG_VALUE_0: `Authorization: ${authorization}`,
          GIT_AUTHOR_NAME: 'Somebody',
          GIT_AUTHOR_EMAIL: 'somebody@example.com',
          GIT_COMMITTER_NAME: 'Somebody',
          GIT_COMMITTER_EMAIL: 'somebody@example.com',
        },
      });
    await git('init', '--quiet', '--initial-branch=main');
    await git('add', '--all', '--force');
    await git('commit', '--quiet', '--message=Begin');
    await git('push', '--quiet', url, 'main');
    return url;
  }
}

/** A kustomization whose chart kustomize pulls by itself in Argo CD. */
function pulledChart(repository: string): string {
  return `helmCharts:
  - name: web
    repo: ${repository}
    version: 1.2.3
    releaseName: pulled
    namespace: rendering
    valuesFile: values.yaml
`;
}

/** What Argo CD asks of the cluster and hands to helm (v3.6 util/argo APIResourcesToStrings). */
async function renderedFor(sandbox: Sandbox): Promise<RenderedFor> {
  const { gitVersion } = z
    .object({ gitVersion: z.string() })
    .parse(JSON.parse(await sandbox.kubectl(['get', '--raw', '/version'])));
  const resources = await sandbox.kubectl([
    ...['api-resources', '--no-headers', '--verbs', 'list,watch'],
  ]);
  const apiVersions = new Set<string>();
  for (const line of resources.split('\n').filter(Boolean)) {
    const [kind, , version] = line.trim().split(/\s+/).reverse();
    apiVersions.add(version).add(`${version}/${kind}`);
  }
  return {
    kubeVersion: gitVersion.replace(/^v/, ''),
    apiVersions: Array.from(apiVersions).sort(),
  };
}
