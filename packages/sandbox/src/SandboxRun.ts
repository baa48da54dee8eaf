import { ConflictError, CustomErrorBase } from '@backstage/errors';
import { removeConnection, writeConnection } from './sandboxConnection';
import { writeAppConfig, writeMinimalAppConfig } from './appConfig';
import { createPartContext } from './createPartContext';
import { deliverApplications } from './parts/deliverApplications';
import { partOf, partTools } from './parts/partTools';
import { startArgoCd } from './parts/startArgoCd';
import { startArgoRollouts } from './parts/startArgoRollouts';
import { startGitea } from './parts/startGitea';
import { startKubernetes } from './parts/startKubernetes';
import { prepareDirectory } from './prepareDirectory';
import { freePorts } from './processes/freePorts';
import { ProcessTable } from './processes/ProcessTable';
import type { SandboxContext } from './SandboxContext';
import { loadSettings } from './sandboxSettings';
import { PartName, partNames } from './status/sandboxStatus';
import { StatusFile } from './status/StatusFile';
import {
  checkPrerequisites,
  gitPrerequisite,
} from './tools/checkPrerequisites';
import type { BuildProgress } from './tools/BuildEstimate';
import { ToolBuilder } from './tools/ToolBuilder';
import { sandboxModules } from './tools/toolModules';
import { Toolbox } from './tools/Toolbox';

/** The sandbox was ended from elsewhere (`sandbox stop`) while it started or ran. */
class SandboxStoppedError extends CustomErrorBase {
  name = 'SandboxStoppedError' as const;
}

/** A part of the sandbox could not be started, or ended. */
class PartFailedError extends CustomErrorBase {
  name = 'PartFailedError' as const;
}

export interface SandboxRunOptions {
  directory: string;
  gitops: string;
  backstage?: string;
  podsReadySeconds?: number;
  log: (line: string) => void;
  signal?: AbortSignal;
}

const WATCH_MILLISECONDS = 1_000;

/** A sandbox as the process sees it that runs it: builds, starts, watches and ends all parts. */
export class SandboxRun {
  /**
   * Starts all parts; resolves when everything is delivered.
   *
   * @throws `ConflictError` when another process runs a sandbox in the same directory
   */
  static async start(options: SandboxRunOptions): Promise<SandboxRun> {
    const { directory } = options;
    const owner = ProcessTable.ownerOf(directory);
    if (owner && owner.pid !== process.pid) {
      throw new ConflictError(
        `Process ${owner.pid} already runs a sandbox in ${directory}. End it with "yarn sandbox stop"`,
      );
    }
    await ProcessTable.endAllOf(directory);
    prepareDirectory(directory);
    const run = new SandboxRun(options);
    try {
      await run.startParts();
      return run;
    } catch (error) {
      const { aborted, reason } = run.controller.signal;
      await run.stop();
      throw aborted ? reason : error;
    }
  }

  /** Resolves when the sandbox has been ended from elsewhere. */
  readonly stoppedElsewhere: Promise<void>;

  private readonly controller = new AbortController();
  private readonly toolbox = Toolbox.create({ modules: sandboxModules });
  private readonly processes: ProcessTable;
  private readonly status: StatusFile;
  private readonly builder: ToolBuilder;
  private readonly watch: NodeJS.Timeout;
  private stopping: Promise<void> | undefined;
  private resolveStoppedElsewhere: () => void = () => undefined;

  private constructor(private readonly options: SandboxRunOptions) {
    const { directory, log, signal } = options;
    signal?.addEventListener('abort', () =>
      this.controller.abort(signal.reason),
    );
    if (signal?.aborted) {
      this.controller.abort(signal.reason);
    }
    this.processes = ProcessTable.create({ directory });
    this.status = StatusFile.create({
      directory,
      onChange: (name, { state, message }) => {
        // The builder tells about builds itself, and about each once, whatever the number of parts that wait.
        if (state !== 'building' && state !== 'waiting') {
          log(message ? `${name}: ${state}, ${message}` : `${name}: ${state}`);
        }
      },
    });
    this.builder = ToolBuilder.create({
      toolbox: this.toolbox,
      log,
      signal: this.controller.signal,
      onProgress: (message, progress) => this.showBuild(message, progress),
      onCommand: pid => this.processes.addCommand('go', pid),
    });
    this.stoppedElsewhere = new Promise(resolve => {
      this.resolveStoppedElsewhere = resolve;
    });
    this.watch = setInterval(() => {
      this.noticeStop();
      if (!this.controller.signal.aborted) {
        this.failWhatEnded();
      }
    }, WATCH_MILLISECONDS);
    this.watch.unref();
  }

  /** Ends every process of the sandbox. What Gitea holds stays for the next start. */
  async stop(): Promise<void> {
    this.stopping ??= this.stopOnce();
    await this.stopping;
  }

  private async stopOnce() {
    const { directory } = this.options;
    clearInterval(this.watch);
    this.controller.abort(new SandboxStoppedError('The sandbox is stopping'));
    await this.processes.endAll();
    removeConnection(directory);
    writeMinimalAppConfig(directory);
    this.status.stopped();
  }

  private async startParts(): Promise<void> {
    const { directory } = this.options;
    const context = await this.createContext();
    const building = this.build();

    const gitea = this.part('gitea', [], () => startGitea(context));
    const kubernetes = this.part('kubernetes', [], () =>
      startKubernetes(context, {
        podsReadySeconds: this.options.podsReadySeconds,
      }),
    );
    // Backstage is told as soon as there is something to connect to, so that it need not be restarted for it.
    const connected = Promise.all([kubernetes, gitea]).then(([cluster, host]) =>
      writeAppConfig({
        directory,
        cluster,
        gitea: host,
        webhookSecret: context.settings.webhookSecret,
        tools: {
          helm: this.toolbox.tool('helm'),
          kustomize: this.toolbox.tool('kustomize'),
        },
      }),
    );
    const rollouts = this.part('argo-rollouts', [kubernetes], () =>
      startArgoRollouts(context),
    );
    const argocd = this.part('argocd', [kubernetes], async () =>
      startArgoCd(context, await kubernetes),
    );
    const application = this.part(
      'application',
      [gitea, rollouts, argocd],
      async () => {
        const delivered = await deliverApplications(context, await gitea);
        writeConnection(directory, {
          gitea: await gitea,
          argocd: await argocd,
        });
        this.options.log(delivered);
      },
    );
    await Promise.all([
      building,
      gitea,
      kubernetes,
      rollouts,
      argocd,
      connected,
      application,
    ]);
  }

  private async build(): Promise<void> {
    try {
      await checkPrerequisites([gitPrerequisite]);
      await this.builder.build(
        sandboxModules.flatMap(({ tools }) => tools.map(({ name }) => name)),
      );
      this.status.setBuild(undefined);
    } catch (error) {
      this.noticeStop();
      this.controller.signal.throwIfAborted();
      for (const name of partNames) {
        if (!this.builder.isComplete(partTools[name])) {
          this.status.set(name, { state: 'failed', message: String(error) });
        }
      }
      throw error;
    }
  }

  /** Starts a part as soon as its tools are built and the parts that it needs are up. */
  private async part<T>(
    name: PartName,
    needs: Promise<unknown>[],
    start: () => Promise<T>,
  ): Promise<T> {
    await Promise.all([...needs, this.builder.whenBuilt(partTools[name])]);
    try {
      this.status.set(name, { state: 'starting', message: '' });
      const started = await start();
      this.status.set(name, { state: 'ready', message: '' });
      return started;
    } catch (error) {
      this.noticeStop();
      this.controller.signal.throwIfAborted();
      const message = error instanceof Error ? error.message : String(error);
      this.status.set(name, { state: 'failed', message });
      throw new PartFailedError(`${name} did not start`, error);
    }
  }

  private async createContext(): Promise<SandboxContext> {
    const { backstage, directory, gitops } = this.options;
    const [argocdServer] = await freePorts(1);
    return {
      ...createPartContext({
        directory,
        toolbox: this.toolbox,
        processes: this.processes,
        signal: this.controller.signal,
      }),
      gitops,
      settings: await loadSettings(directory),
      ports: { argocdServer },
      backstage,
    };
  }

  private showBuild(message: string, { share }: BuildProgress): void {
    // What `sandbox stop` has written is not to be overwritten unread.
    this.noticeStop();
    if (this.controller.signal.aborted) {
      return;
    }
    this.status.setBuild(share === undefined ? undefined : { share, message });
    for (const { name, state } of this.status.current.parts) {
      if (state !== 'waiting' && state !== 'building') {
        continue;
      }
      const tools = partTools[name];
      if (!this.builder.isComplete(tools)) {
        const built = tools.filter(tool => this.toolbox.isBuilt(tool));
        this.status.set(name, {
          state: 'building',
          message:
            share === undefined
              ? message
              : `${built.length} of ${tools.length} programs are built`,
        });
      } else if (state === 'building') {
        this.status.set(name, { state: 'waiting', message: '' });
      }
    }
  }

  /** `sandbox stop` in another terminal ends the processes, and says in the status file that it meant to. */
  private noticeStop(): void {
    if (
      !this.controller.signal.aborted &&
      StatusFile.read(this.options.directory)?.state === 'stopped'
    ) {
      this.controller.abort(new SandboxStoppedError('The sandbox was stopped'));
      this.resolveStoppedElsewhere();
    }
  }

  /** A part whose process is gone has failed, whether or not it was ours to start. */
  private failWhatEnded(): void {
    for (const ended of this.processes.takeEnded()) {
      const part = partOf(ended.name);
      this.status.set(part, {
        state: 'failed',
        message: [
          `${ended.name} ended. The last lines of ${ended.log}:`,
          this.processes.lastLines(ended),
        ].join('\n'),
      });
    }
  }
}
