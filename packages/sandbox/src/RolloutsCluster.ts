import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createPartContext } from './createPartContext';
import { Cluster } from './kubernetes/Cluster';
import {
  argoRolloutsTools,
  installArgoRollouts,
  startRolloutsController,
} from './parts/startArgoRollouts';
import { kubernetesTools, startKubernetes } from './parts/startKubernetes';
import { endProcesses } from './processes/endProcesses';
import { ProcessTable } from './processes/ProcessTable';
import { SandboxProcess } from './processes/SandboxProcess';
import type { PartContext } from './SandboxContext';
import { ToolBuilder } from './tools/ToolBuilder';
import { Toolbox } from './tools/Toolbox';

export interface RolloutsClusterOptions {
  /** Where everything of the cluster lives; what is there is deleted. */
  directory: string;
  /** Further tools to build, for {@link RolloutsCluster.tool}. */
  tools?: string[];
  /** Told one line of progress at a time. */
  log?: (line: string) => void;
  /** Aborting ends everything that was started so far. */
  signal?: AbortSignal;
}

/**
 * Kubernetes with Argo Rollouts and nothing else of a sandbox, for those who play Rollouts by themselves. The controller
 * starts, and stops, when it is told to.
 */
export class RolloutsCluster {
  /**
   * Builds what is missing, and resolves when Kubernetes serves the custom resources of Argo Rollouts.
   *
   * @throws `MissingPrerequisiteError` | `BuildError`, each with what to do
   */
  static async start(
    options: RolloutsClusterOptions,
  ): Promise<RolloutsCluster> {
    const { tools = [], log = () => undefined } = options;
    const signal = options.signal ?? new AbortController().signal;
    const directory = resolve(options.directory);
    const toolbox = Toolbox.create();
    await ToolBuilder.create({ toolbox, log, signal }).build([
      ...kubernetesTools,
      ...argoRolloutsTools,
      'kubectl-argo-rollouts',
      ...tools,
    ]);
    await ProcessTable.endAllOf(directory);
    await rm(directory, { recursive: true, force: true });
    for (const name of ['home', 'tmp', 'logs']) {
      await mkdir(join(directory, name), { recursive: true, mode: 0o700 });
    }
    const processes = ProcessTable.create({ directory });
    const context = createPartContext({
      directory,
      toolbox,
      processes,
      signal,
    });
    try {
      const cluster = await startKubernetes(context);
      await installArgoRollouts(context);
      return new RolloutsCluster(context, cluster);
    } catch (error) {
      await processes.endAll();
      throw error;
    }
  }

  private controller: SandboxProcess | undefined;

  private constructor(
    private readonly context: PartContext,
    private readonly cluster: Cluster,
  ) {}

  /** Path of an administrator's kubeconfig. */
  get kubeconfig(): string {
    return this.cluster.kubeconfig;
  }

  /** Absolute path of a tool's binary. */
  tool(name: string): string {
    return this.context.toolbox.tool(name);
  }

  /** Absolute path of an asset's folder. */
  asset(name: string): string {
    return this.context.toolbox.asset(name);
  }

  /** Starts the controller of Argo Rollouts. */
  async startController(): Promise<void> {
    this.controller = await startRolloutsController(this.context);
  }

  /** Ends the controller of Argo Rollouts; nothing changes a Rollout by itself from then on. */
  async stopController(): Promise<void> {
    if (this.controller) {
      await endProcesses([this.controller]);
      this.controller = undefined;
    }
  }

  /** Runs `kubectl` as administrator and answers what it printed. */
  kubectl(args: string[], input?: string): Promise<string> {
    return this.context.runTool('kubectl', { args, input });
  }

  /** Runs `kubectl-argo-rollouts` as administrator and answers what it printed. */
  argoRollouts(args: string[]): Promise<string> {
    return this.context.runTool('kubectl-argo-rollouts', { args });
  }

  /** Ends every process of the cluster. */
  async stop(): Promise<void> {
    await this.context.processes.endAll();
  }
}
