import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, runCommand, Sandbox } from '@progressive-delivery/sandbox';
import { folders } from '../scene/folders';
import { Guard } from '../scene/Guard';
import { Delivery, DeliveryOptions } from './Delivery';

const CHART = join(folders.own, 'src/harms/__fixtures__/web');
const APPLICATIONS = 'argocd/applications';

/** A sandbox whose Argo CD delivers one chart, as often and in such ways as harms are to be seen. */
export class HarmScene {
  static async open(): Promise<HarmScene> {
    const directory = await mkdtemp(join(tmpdir(), 'pd-e2e-harms-'));
    const sandboxDirectory = join(directory, 'sandbox');
    const guard = Guard.start({ directory, sandbox: sandboxDirectory });
    let sandbox: Sandbox | undefined;
    try {
      const gitops = join(directory, 'gitops');
      await cp(CHART, join(gitops, 'charts/web'), { recursive: true });
      await mkdir(join(gitops, APPLICATIONS), { recursive: true });
      await writeFile(join(gitops, APPLICATIONS, '.gitkeep'), '');
      sandbox = await Sandbox.start({ directory: sandboxDirectory, gitops });
      const scene = new HarmScene(directory, guard, sandbox);
      await scene.clone();
      return scene;
    } catch (error) {
      await keepLogs(sandboxDirectory);
      await sandbox?.stop();
      guard.endAll();
      throw error;
    }
  }

  private readonly endings: (() => void)[] = [];

  private constructor(
    private readonly directory: string,
    private readonly guard: Guard,
    readonly sandbox: Sandbox,
  ) {}

  /** Delivers the chart into a namespace of that name, and resolves when its pods are ready. */
  async deliver(name: string, options: DeliveryOptions): Promise<Delivery> {
    const delivery = await Delivery.begin(name, options, {
      sandbox: this.sandbox,
      commit: files => this.commit(name, files),
      onWatch: recorder => {
        this.guard.watch(recorder.pid);
        this.endings.push(() => recorder.stop());
      },
    });
    await delivery.apply(this.directory);
    return delivery;
  }

  /** A Rollout `web` that Argo CD does not know. */
  async applyRollout(
    namespace: string,
    labels: Record<string, string>,
  ): Promise<void> {
    const file = join(this.directory, `${namespace}-rollout.json`);
    await writeFile(
      file,
      JSON.stringify({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Rollout',
        metadata: { name: 'web', namespace },
        spec: {
          replicas: 1,
          selector: { matchLabels: labels },
          strategy: { canary: {} },
          template: {
            metadata: { labels },
            spec: { containers: [{ name: 'web', image: 'another' }] },
          },
        },
      }),
    );
    await this.sandbox.kubectl(['apply', '--server-side', '--filename', file]);
  }

  async close(): Promise<void> {
    try {
      this.endings.forEach(end => end());
      await keepLogs(this.sandbox.directory);
      await this.sandbox.stop();
      await rm(this.directory, { recursive: true, force: true });
      this.guard.dismiss();
    } catch (error) {
      this.guard.endAll();
      throw error;
    }
  }

  private get checkout(): string {
    return join(this.directory, 'checkout');
  }

  private async clone(): Promise<void> {
    const { gitea } = this.sandbox;
    await this.git(this.directory, [
      ...['clone', '--quiet', `${gitea.url}/${gitea.repository}.git`],
      this.checkout,
    ]);
  }

  /** Writes files into the overlay, and gives the commit. */
  private async commit(
    overlay: string,
    files: Record<string, unknown>,
  ): Promise<string> {
    const folder = join(this.checkout, APPLICATIONS, overlay);
    await mkdir(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      await writeFile(
        join(folder, name),
        `${JSON.stringify(content, undefined, 2)}\n`,
      );
    }
    const git = (...args: string[]) => this.git(this.checkout, args);
    await git('add', '--all');
    await git('commit', '--quiet', `--message=Change ${overlay}`);
    await git('push', '--quiet', 'origin', 'main');
    return (await git('rev-parse', 'HEAD')).trim();
  }

  private git(cwd: string, args: string[]): Promise<string> {
    const { gitea } = this.sandbox;
    return runCommand('git', {
      args,
      cwd,
      env: {
        PATH: process.env.PATH,
        HOME: this.directory,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `http.${gitea.url}/.extraHeader`,
        GIT_CONFIG_VALUE_0: `Authorization: token ${gitea.token}`,
        GIT_AUTHOR_NAME: 'Somebody',
        GIT_AUTHOR_EMAIL: 'somebody@example.com',
        GIT_COMMITTER_NAME: 'Somebody',
        GIT_COMMITTER_EMAIL: 'somebody@example.com',
      },
    });
  }

  /** Takes the definition of Rollouts away, and with it all Rollouts. Gives what puts it back. */
  async removeRolloutDefinition(): Promise<() => Promise<void>> {
    const { sandbox } = this;
    const name =
      'customresourcedefinitions.apiextensions.k8s.io/rollouts.argoproj.io';
    const {
      apiVersion,
      kind,
      metadata: { annotations, labels },
      spec,
    } = JSON.parse(await sandbox.kubectl(['get', name, '--output', 'json']));
    const file = join(this.directory, 'definition.json');
    await writeFile(
      file,
      JSON.stringify({
        apiVersion,
        kind,
        metadata: { name: 'rollouts.argoproj.io', annotations, labels },
        spec,
      }),
    );
    await sandbox.kubectl(['delete', name, '--wait']);
    return async () => {
      await sandbox.kubectl(['apply', '--server-side', '--filename', file]);
      await eventually('Rollouts are served again', () =>
        sandbox.kubectl(['get', 'rollouts.argoproj.io', '--all-namespaces']),
      );
    };
  }
}

async function keepLogs(sandbox: string): Promise<void> {
  const logs = join(folders.artifacts, 'harms', 'sandbox');
  await cp(join(sandbox, 'logs'), logs, { recursive: true }).catch(
    () => undefined,
  );
}
